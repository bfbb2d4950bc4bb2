import { fold } from './grams.ts';

/** Scripts without spaces whose words a dictionary finds. */
const runs = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+/gu;
/** Han has no words here: its pairs of characters are as good. */
const unspaced = /[\p{Script=Han}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+/gu;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** One for all four scripts: the dictionary goes by the script and not by the locale. */
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

export interface WholeWord {
  /** Begins with `=`, so that it is never a gram. */
  readonly name: string;
  readonly folded: string;
}

/** The words as they are written but for case: accents, tones and endings tell apart what grams of folded words do not. */
export function wholeWords(text: string): readonly WholeWord[] {
  const lower = text.normalize('NFKC').toLowerCase();
  const segments = (lower.match(runs) ?? []).flatMap((run) => [...segmenter.segment(run)].map(({ segment }) => segment));
  const words = [...segments, ...(lower.replace(unspaced, ' ').match(word) ?? [])];
  return words.map((each) => ({ name: `=${each}`, folded: fold(each) }));
}
