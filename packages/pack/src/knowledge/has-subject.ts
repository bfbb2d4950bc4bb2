import { askedWords } from './asked-words.ts';
import { type KnowledgeIndex } from './build-index.ts';

/** Whether a question says what it is about. `And how long does it take?` does not: it lives on what was asked before. In a language that the index does not have, every question does. */
export function hasSubject(index: KnowledgeIndex, question: string, language: string): boolean {
  const cards = index.cards.get(language);
  if (cards === undefined) return true;
  return askedWords(index, question).words.some(({ word }) => !cards.ignored.has(word) && !cards.isBeside(word));
}
