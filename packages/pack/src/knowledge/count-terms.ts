import { foldedWords, gramsOf } from './grams.ts';
import { wholeWords } from './whole-words.ts';

export interface Field {
  /** How many times an occurrence counts. */
  readonly weight: number;
  readonly presence: number;
  readonly text: string;
}

export interface Occurrence {
  readonly frequency: number;
  readonly presence: number;
}

/** What a document is found by. */
export interface CountedTerms {
  readonly terms: ReadonlyMap<string, Occurrence>;
  /** In grams. */
  readonly length: number;
}

/** The grams of the words of a document, and its whole words, without those that are ignored. */
export function countTerms(fields: readonly Field[], ignored: ReadonlySet<string>): CountedTerms {
  const terms = new Map<string, Occurrence>();
  let length = 0;
  const count = (term: string, weight: number, presence: number): void => {
    const seen = terms.get(term);
    terms.set(term, { frequency: (seen?.frequency ?? 0) + weight, presence: Math.max(seen?.presence ?? 0, presence) });
  };
  for (const { weight, presence, text } of fields) {
    for (const word of foldedWords(text)) {
      if (ignored.has(word)) continue;
      for (const { gram } of gramsOf(word)) {
        count(gram, weight, presence);
        length += weight;
      }
    }
    for (const { name, folded } of wholeWords(text)) if (!ignored.has(folded)) count(name, weight, presence);
  }
  return { terms, length };
}
