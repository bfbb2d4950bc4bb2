import { evaluation } from '../evaluation-matcher.ts';
import { folded, type Matches, matcherFor } from '../phrase.ts';
import { concealments } from '../phrases/concealment.ts';
import { instructions } from '../phrases/instruction.ts';
import { type MeaningCode } from './meaning-pattern.ts';

const books: readonly (readonly [code: MeaningCode, found: Matches])[] = [
  ['concealment', matcherFor(concealments)],
  ['instruction', matcherFor(instructions)],
  ['evaluation', evaluation],
];

/** What a text says in phrases that stand as a whole in the books of nine languages, whatever the language of the text. */
export function phraseCodes(text: string): readonly MeaningCode[] {
  const plain = folded(text);
  return books.filter(([, found]) => found(plain)).map(([code]) => code);
}
