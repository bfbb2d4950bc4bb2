import { type AskedFacet, askedFacet, cueWords, listedIn, passingWords, withoutPrefixes } from './asked-facet.ts';
import { type KnowledgeIndex } from './build-index.ts';
import { fold, foldedWords } from './grams.ts';
import { leaningWords } from './leaning-words.ts';

/**
 * Whether a question says what it is about. `And how long does it take?` does not, nor does `how much money is it`: it lives on what was asked before. In a language that the index does
 * not have, every question does.
 */
export function hasSubject(index: KnowledgeIndex, question: string, language: string): boolean {
  const words = wordsOf(index, question, language);
  return words.includes('own') || (words.includes('perhaps') && !pointsBack(question, language, words));
}

/** Whether a question lives on the one before: it says nothing of what it is about, and asks for one side of it, points at it or goes on from it. */
export function leansBack(index: KnowledgeIndex, question: string, language: string): boolean {
  if (hasSubject(index, question, language)) return false;
  const words = wordsOf(index, question, language);
  // Thanks lean on nothing.
  const isAboutSomething = words.some((word) => word === 'perhaps' || word === 'passing');
  return askedFacet(question, language) !== null || (isAboutSomething && pointsBack(question, language, words));
}

/** `own` names a thing, `perhaps` what it may be for, `passing` what every service has; what is left is of every sentence. */
type Said = 'own' | 'perhaps' | 'passing' | 'nothing';

function wordsOf(index: KnowledgeIndex, question: string, language: string): readonly Said[] {
  const cards = index.cards.get(language);
  if (cards === undefined) return ['own'];
  const isPassing = passingWords(language);
  const isCue = cueWords(language);
  return foldedWords(question).map((word) => {
    const forms = [...withoutPrefixes(word), index.words.find(word) ?? word];
    const some = (is: (form: string) => boolean): boolean => forms.some(is);
    if (some((form) => index.nameWords.get(language)?.has(form) === true)) return 'own';
    if (some(perhapsIn(language))) return 'perhaps';
    if (saysNothing.test(word) || some((form) => cards.ignored.has(form)) || some(pointingIn(language)) || some(namingIn(language)))
      return 'nothing';
    return some((form) => cards.isBeside(form) || isPassing(form) || isCue(form)) ? 'passing' : 'own';
  });
}

/** A number, or what is left of a word before an apostrophe. */
const saysNothing = /^(?:\p{N}+|\p{Script=Latin})$/u;

/**
 * Whether a question goes on from the one before, or asks for a side of what it points at. What a word may be for says nothing of the thing only where the price, a paper or an office
 * is asked for, or beside what points back: sums and times are asked of the child's money as well.
 */
function pointsBack(question: string, language: string, words: readonly Said[]): boolean {
  const facet = askedFacet(question, language);
  if (facet === null && goesOn(question, language)) return true;
  const isPointing = foldedWords(question).some(
    (word, place) => pointingIn(language)(word) || (namingIn(language)(word) && words[place + 1] !== 'perhaps'),
  );
  if (!words.includes('perhaps')) return isPointing;
  return facet !== null && (isPointing || isOfAnything(facet));
}

function isOfAnything({ facet, isSure }: AskedFacet): boolean {
  return isSure && facet !== 'deadline';
}

function goesOn(question: string, language: string): boolean {
  const text = foldedWords(question);
  return (
    openingsOf(language).some((opening) => opening.every((word, place) => text[place] === word)) ||
    /^و\p{Script=Arabic}{2}/u.test(text[0] ?? '')
  );
}

const perhapsIn = listed('perhaps');
const pointingIn = listed('pointing');
const namingIn = listed('naming');
const openings = new Map(
  Object.entries(leaningWords).map(([language, { opening }]) => [language, opening.split(',').map((each) => fold(each).trim().split(' '))]),
);

function listed(which: 'perhaps' | 'pointing' | 'naming'): (language: string) => (folded: string) => boolean {
  const of = new Map(Object.entries(leaningWords).map(([language, words]) => [language, listedIn(words[which])]));
  return (language) => of.get(language) ?? (() => false);
}

function openingsOf(language: string): readonly (readonly string[])[] {
  return openings.get(language) ?? [];
}
