import { type Matches, matcherFor } from './phrase.ts';
import { evaluations } from './phrases/evaluation.ts';

const unspaced = new Set(['zh']);

/** A judgement next to an authority, before it or after it, with at most three words between. */
export const evaluation: Matches = matcherFor(
  Object.fromEntries(
    Object.entries(evaluations).map(([language, { authority, judgement }]) => {
      const who = `(?:${authority.join('|')})`;
      const how = `(?:${judgement.join('|')})`;
      if (unspaced.has(language)) return [language, [`${how}.{0,6}?${who}`, `${who}.{0,6}?${how}`]];
      // Bounded words: without a bound, a text without spaces would be read again from each of its letters.
      const near = "\\p{L}{0,40}(?:[ ,'—-]{1,4}\\p{L}{1,40}){0,2}[ ,'—-]{1,4}";
      return [language, [`${how}${near}${who}`, `${who}${near}(?:\\p{L}{1,40}[ ,'—-]{1,4})?${how}`]];
    }),
  ),
);
