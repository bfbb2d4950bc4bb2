import { type KnowledgeIndex } from './build-index.ts';
import { foldedWords, gramsOf } from './grams.ts';

/** A word of a question, ready to be looked up in any collection of an index. */
export interface AskedWord {
  readonly word: string;
  readonly grams: readonly NumberedGram[];
}

interface NumberedGram {
  /** The number after the last for a gram that no collection has. */
  readonly number: number;
  readonly weight: number;
}

/** The distinct words of a question. */
export function askedWords({ grams }: Pick<KnowledgeIndex, 'grams'>, question: string): readonly AskedWord[] {
  if (last?.question === question && last.numbers === grams) return last.words;
  const words = [...new Set(foldedWords(question))].map((word) => ({
    word,
    grams: gramsOf(word).map(({ gram, weight }) => ({ number: grams.get(gram) ?? grams.size, weight })),
  }));
  last = { question, numbers: grams, words };
  return words;
}

/** One question is looked up among cards and among passages, one after the other. */
let last: { readonly question: string; readonly numbers: KnowledgeIndex['grams']; readonly words: readonly AskedWord[] } | null = null;
