import { type Hint } from '@parlance/charter';
import { type StudySettings } from '../pack.ts';

/** A rung of the ladder, and how many tries of their own a learner has made before it is given. */
export interface LadderRung {
  readonly hint: Hint;
  readonly tries: number;
}

/**
 * The rungs in their order. The last, the answer, asks for as many tries as the setting says; those between are spread evenly below it, and the first asks for none: a ladder of four with two
 * tries asks for 0, 0, 1 and 2. Nothing before the answer ever asks for as much.
 */
export function ladderOf({ hints, tries }: Pick<StudySettings, 'hints' | 'tries'>): readonly LadderRung[] {
  const last = hints.length - 1;
  const most = Number(tries);
  return hints.map((hint, index) => ({ hint, tries: index === last ? most : Math.floor((index * most) / last) }));
}

/** Where a learner stands. */
export interface Climb {
  /** Index of the rung that was given last; -1 before the first. */
  readonly rung: number;
  /** Their own, so far. */
  readonly tries: number;
}

/**
 * Where the next help stands: a question is helped with where one stands, a try and a wish for more lead one rung up, where the tries allow it. Never more than one rung at once, never
 * down. Null: nothing may be given yet, because even the first rung asks for tries.
 */
export function climb(ladder: readonly LadderRung[], { rung, tries }: Climb, wish: 'stay' | 'up'): number | null {
  const next = wish === 'up' || rung < 0 ? rung + 1 : rung;
  const open = ladder.findLastIndex((each) => each.tries <= tries);
  const reached = Math.min(next, open, ladder.length - 1);
  return reached < 0 ? null : Math.max(reached, Math.min(rung, ladder.length - 1));
}
