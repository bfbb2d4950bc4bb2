import { type Matches, matcherFor } from './phrase.ts';
import { evaluations } from './phrases/evaluation.ts';

const unspaced = new Set(['zh']);

/** A judgement next to an authority, before it or after it, with at most three words between. */
export const evaluation: Matches = matcherFor(
  Object.fromEntries(
    Object.entries(evaluations).map(([language, { authority, judgement }]) => {
      const who = `(?:${authority.join('|')})`;
      const how = `(?:${judgement.join('|')})`;
      const near = unspaced.has(language) ? '.{0,6}?' : "\\p{L}*(?:[ ,'—-]+\\p{L}+){0,2}[ ,'—-]+";
      return [language, [`${how}${near}${who}`, `${who}${near}(?:\\p{L}+[ ,'—-]+)?${how}`]];
    }),
  ),
);
