import { passingWords, withoutPrefixes } from './asked-facet.ts';
import { type KnowledgeIndex } from './build-index.ts';
import { foldedWords } from './grams.ts';

/**
 * Whether a question says what it is about. `And how long does it take?` does not, nor does `how much money is it`: it lives on what was asked before. In a language that the index does
 * not have, every question does.
 */
export function hasSubject(index: KnowledgeIndex, question: string, language: string): boolean {
  const cards = index.cards.get(language);
  if (cards === undefined) return true;
  const isPassing = passingWords(language);
  return foldedWords(question).some((word) => {
    const forms = [...withoutPrefixes(word), index.words.find(word) ?? word];
    return !saysNothing.test(word) && !forms.some((form) => cards.ignored.has(form) || cards.isBeside(form) || isPassing(form));
  });
}

/** A number, or what is left of a word before an apostrophe. */
const saysNothing = /^(?:\p{N}+|\p{Script=Latin})$/u;
