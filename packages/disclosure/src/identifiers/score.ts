/**
 * Scores by Presidio's published method (microsoft.github.io/presidio/analyzer, "Context enhancement" and "Adding recognizers"): a form has a base score; a checksum
 * that passes makes it 1 and one that fails drops the candidate; a context word adds 0.35 and lifts to at least 0.4. What reaches 0.4 counts.
 */
const contextGain = 0.35;
export const floor = 0.4;

/** `certain` needs no context; `likely` counts only with a context word near it. */
export type Verdict = 'certain' | 'likely' | 'no';

/** Forms with at least this base score look like little else, so that one check digit is enough for them. */
const distinct = 0.3;

/** What a checksum said; null where there is none. `byChance` when plain digits pass it one time in ten or eleven: then passing tells as little as the form. */
export function scoreOf(base: number, checked: boolean | null, byChance = false): number {
  if (checked === null) return base;
  if (checked) return byChance && base < distinct ? base : 1;
  return 0;
}

export function withContext(score: number): number {
  return score === 0 ? 0 : Math.min(1, Math.max(score + contextGain, floor));
}

/** With a context word every candidate that was not dropped reaches the floor. */
export function verdictOf(score: number): Verdict {
  if (score >= floor) return 'certain';
  return withContext(score) >= floor ? 'likely' : 'no';
}
