import { type KnowledgeIndex } from './build-index.ts';
import { foldedWords, gramsOf } from './grams.ts';
import { wholeWords } from './whole-words.ts';

/** A question, ready to be looked up in any collection of an index. */
export interface Asked {
  readonly words: readonly AskedWord[];
  readonly wholes: readonly AskedWhole[];
}

/** A word as its grams: they decide what matches, and how well. */
export interface AskedWord {
  readonly word: string;
  readonly grams: readonly NumberedGram[];
}

/** A word as it is written: it decides only which of the matches is the better one. */
interface AskedWhole {
  readonly folded: string;
  readonly number: number;
}

interface NumberedGram {
  /** The number after the last for a gram that no collection has. */
  readonly number: number;
  readonly weight: number;
}

/** The distinct words of a question. A word that no document has is looked up as its neighbour that one has: people miss a key. */
export function askedWords({ grams, words: vocabulary }: Pick<KnowledgeIndex, 'grams' | 'words'>, question: string): Asked {
  if (last?.question === question && last.numbers === grams) return last.asked;
  const numberOf = (gram: string): number => grams.get(gram) ?? grams.size;
  const words = [...new Set(wordsOf(question).map((word) => vocabulary.find(word) ?? word))].map((word) => ({
    word,
    grams: gramsOf(word).map(({ gram, weight }) => ({ number: numberOf(gram), weight })),
  }));
  const wholes = [...new Map(wholeWords(question).map(({ name, folded }) => [name, folded]))].map(([name, folded]) => ({
    folded,
    number: numberOf(name),
  }));
  const asked = { words, wholes };
  last = { question, numbers: grams, asked };
  return asked;
}

/** Numbers of so many digits are of persons, phones and accounts: they say nothing of what is asked, and nothing has to be known of them. */
const personal = /^\p{N}{5,}$/u;
/** Folded words that say what such a number is; beside one they ask for none. */
const ofNumbers =
  /^(?:numbers?|code|id|isikukood\p{L}*|kood\p{L}*|number\p{L}*|номер\p{L}*|код\p{L}*|личн\p{L}*|nummer|numero|(?:ال)?رقم\p{L}*)$/u;

function wordsOf(question: string): readonly string[] {
  const words = foldedWords(question);
  const others = words.filter((word) => !personal.test(word));
  return others.length === words.length ? words : others.filter((word) => !ofNumbers.test(word));
}

/** One question is looked up among cards and among passages, one after the other. */
let last: { readonly question: string; readonly numbers: KnowledgeIndex['grams']; readonly asked: Asked } | null = null;
