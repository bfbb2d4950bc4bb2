/**
 * Scores by Presidio's published method (microsoft.github.io/presidio/analyzer, "Context enhancement" and "Adding recognizers"): a form has a base score; a checksum
 * that passes makes it 1 and one that fails drops the candidate; a context word adds 0.35 and lifts to at least 0.4. What reaches 0.4 counts.
 */
const contextGain = 0.35;
export const floor = 0.4;

/** `certain` needs no context; `likely` counts only with a context word near it. */
export type Verdict = 'certain' | 'likely' | 'no';

/** `checked` is what a checksum said; null where there is none. */
export function scoreOf(base: number, checked: boolean | null): number {
  if (checked === null) return base;
  return checked ? 1 : 0;
}

export function withContext(score: number): number {
  return score === 0 ? 0 : Math.min(1, Math.max(score + contextGain, floor));
}

/** With a context word every candidate that was not dropped reaches the floor. */
export function verdictOf(score: number): Verdict {
  if (score >= floor) return 'certain';
  return withContext(score) >= floor ? 'likely' : 'no';
}
