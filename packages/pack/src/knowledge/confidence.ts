import { type Match } from './match.ts';

/** From this confidence on, a hit may be given as an answer. */
export const known = 0.5;

/**
 * Where answers and non-answers part, and how sharply. Set on the questions of the Estonian cards, each searched in an index without it, against
 * `calibration-questions.json`; measured on `blind-questions.json`.
 */
const parting = 0.26;
const sharpness = 17;

/** How much it adds that a document is called as the question says, where that is what the question says. */
const called = 0.5;

/**
 * From 0 to 1, comparable between questions, languages and packs. High needs both: most of the question is covered, and by telling words;
 * one rare word in common with a card is not enough when the rest of the question is about something else.
 */
export function confidenceOf({ coverage, telling }: Pick<Match, 'coverage' | 'telling'>, named = 0): number {
  const strength = Math.sqrt(coverage) * (1 - Math.exp(-telling - called * coverage * named));
  return strength === 0 ? 0 : 1 / (1 + Math.exp(-sharpness * (strength - parting)));
}
