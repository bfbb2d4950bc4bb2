/** What a line begins with. `more` says that its next character decides, `line` that the whole line does. */
export type LineStart =
  | { readonly kind: 'more' }
  | { readonly kind: 'line'; readonly of: 'heading' | 'fence' | 'row' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'quote' }
  | { readonly kind: 'item'; readonly item: ListMarker }
  | { readonly kind: 'text' };

export interface ListMarker {
  readonly list: 'ul' | 'ol';
  /** Null in a list without numbers. */
  readonly number: number | null;
  /** Characters of the marker, without the space behind it. */
  readonly width: number;
}

export interface LineSoFar {
  /** The line from its first character that is no space. Not empty. */
  readonly text: string;
  /** Nothing of the line follows. */
  readonly isWhole: boolean;
}

const more: LineStart = { kind: 'more' };
const plain: LineStart = { kind: 'text' };
/** A longer row of signs is text. */
const longestRule = 200;

/** Decides by as few characters as it can. The names are those of CommonMark 0.31. */
export function lineStart({ text, isWhole }: LineSoFar): LineStart {
  const start = starts.find(([pattern]) => pattern.test(text));
  return start === undefined ? plain : start[1](text, isWhole);
}

const starts: readonly (readonly [RegExp, (text: string, isWhole: boolean) => LineStart])[] = [
  [/^>/, () => ({ kind: 'quote' })],
  [/^\|/, () => ({ kind: 'line', of: 'row' })],
  [/^#{1,6}$/, (_text, isWhole) => (isWhole ? plain : more)],
  [/^#{1,6}[ \t]/, () => ({ kind: 'line', of: 'heading' })],
  [/^(?:`{1,2}|~{1,2})$/, (_text, isWhole) => (isWhole ? plain : more)],
  [/^(?:`{3}|~{3})/, () => ({ kind: 'line', of: 'fence' })],
  [/^(?<sign>[-*_])(?:[ \t]*\k<sign>)*[ \t]*$/, rowOfSigns],
  [/^[-*+]$/, (_text, isWhole) => (isWhole ? bullet : more)],
  [/^[-*+][ \t]/, () => bullet],
  [/^\d{1,9}[.)]?$/, (_text, isWhole) => (isWhole ? plain : more)],
  [/^\d{1,9}[.)][ \t]/, numbered],
];

const bullet: LineStart = { kind: 'item', item: { list: 'ul', number: null, width: 1 } };

/** `- - -` is a rule, `- - a` a list in a list: only what follows tells. */
function rowOfSigns(text: string, isWhole: boolean): LineStart {
  if (text.length > longestRule) return plain;
  if (!isWhole) return more;
  const signs = text.replace(/[ \t]/g, '').length;
  if (signs >= 3) return { kind: 'rule' };
  return /^[-*](?:[ \t]|$)/.test(text) ? bullet : plain;
}

function numbered(text: string): LineStart {
  const digits = /^\d+/.exec(text)?.[0] ?? '';
  return { kind: 'item', item: { list: 'ol', number: Number(digits), width: digits.length + 1 } };
}
