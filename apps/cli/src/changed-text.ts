import { type TextPart } from '@parlance/gateway';

/** Characters of what stayed the same that are shown on each side of a change. */
const around = 48;

/** `A passport costs [-60-]{+72+} euros.`, in lines, with what stayed the same cut to what stands around the changes. */
export function changedText(parts: readonly TextPart[]): readonly string[] {
  if (parts.every(({ kind }) => kind === 'same')) return [];
  return parts
    .map((part, index) => markedText(part, { isFirst: index === 0, isLast: index === parts.length - 1, next: parts[index + 1] }))
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '' && line !== '…');
}

interface Place {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly next: TextPart | undefined;
}

function markedText(part: TextPart, place: Place): string {
  const text = visible(part.text);
  if (part.kind === 'same') return shortened(text, place);
  const [open, close] = part.kind === 'removed' ? ['[-', '-]'] : ['{+', '+}'];
  const words = text.trim();
  if (words === '') return `${open}${text}${close}`;
  const [before, after] = text.split(words, 2);
  // The space behind a word that was replaced stands behind its successor.
  const isReplaced = part.kind === 'removed' && place.next?.kind === 'added';
  return `${before ?? ''}${open}${words}${close}${isReplaced ? '' : (after ?? '')}`;
}

function shortened(text: string, { isFirst, isLast }: Place): string {
  const head = isFirst ? 0 : beginning(text);
  const tail = isLast ? text.length : ending(text);
  if (head >= tail - 1) return text;
  const [left, right] = [text.slice(0, head), text.slice(tail)];
  const between = text.slice(head, tail);
  if (!between.includes('\n')) return `${left}…${right}`;
  return `${left}${between.startsWith('\n') ? '' : '…'}\n${between.endsWith('\n') ? '' : '…'}${right}`;
}

/** Where what is shown ends: at the first end of a line, or the last space that fits. */
function beginning(text: string): number {
  if (text.length <= around) return text.length;
  const line = text.indexOf('\n');
  if (line !== -1 && line < around) return line;
  const space = text.lastIndexOf(' ', around);
  return space > 0 ? space : around;
}

/** Where what is shown begins again. */
function ending(text: string): number {
  const from = text.length - around;
  if (from <= 0) return 0;
  const line = text.lastIndexOf('\n');
  if (line >= from) return line + 1;
  const space = text.indexOf(' ', from);
  return space === -1 ? from : space + 1;
}

/** What a model says must not move a terminal's cursor or turn its text around. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? character : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
