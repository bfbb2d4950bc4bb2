import { askedFacet, hasSubject, leansBack } from '@parlance/pack';
import { crisisIn } from '../country/distress/crisis-in.ts';
import { type Country } from '../country/country.ts';
import { sorrowIn } from '../country/sorrow-signs.ts';
import { afterADeath } from '../country/sorrow-words.ts';

/** Earlier questions that are looked at: nobody means the thing from before these. */
export const mostEarlier = 6;

export interface Said {
  readonly question: string;
  /** What the person said before, the first first. */
  readonly earlier: readonly string[];
  /** Of the answer. */
  readonly language: string;
}

/**
 * What is looked up: the question, or, where it asks for one side of a thing or goes on from it and does not say of which thing, the last question that did. What somebody said in distress is not
 * looked up again. With somebody who has lost somebody and asks for nothing in particular, what has to be done first is looked up.
 */
export function lookedUp({ index }: Pick<Country, 'index'>, { question, earlier, language }: Said): string {
  if (sorrowIn(question) === 'bereaved' && askedFacet(question, language) === null) return `${question} ${afterADeath[language] ?? ''}`;
  if (earlier.length === 0 || !leansBack(index, question, language)) return question;
  for (const before of earlier.slice(-mostEarlier).reverse()) {
    if (crisisIn(before) !== null) return question;
    if (hasSubject(index, before, language)) return before;
  }
  return question;
}
