import { diffArrays } from 'diff';

/** A stretch of text that both versions have, or only one of them. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many changed words two texts have nothing in common that would help a reader. */
const mostChanges = 800;

/** Word by word, in any script. Joining what is not `added` gives the old text, what is not `removed` the new one. */
export function textDifference(before: string, after: string, language: string): readonly TextPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffArrays([...wordsOf(before, language)], [...wordsOf(after, language)], { maxEditLength: mostChanges });
  const parts =
    changes?.map(({ value, added, removed }): TextPart => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })) ??
    ([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ] as const);
  return parts.filter(({ text }) => text !== '');
}

/** Words and marks, each with the space behind it; the end of a line stands alone. */
function wordsOf(text: string, language: string): readonly string[] {
  const words: string[] = [];
  for (const { segment } of segmenterOf(language).segment(text)) {
    const last = words.length - 1;
    const before = words[last];
    if (before === undefined || /[\S\n]/u.test(segment) || before.endsWith('\n')) words.push(segment);
    else words[last] = before + segment;
  }
  return words;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}
