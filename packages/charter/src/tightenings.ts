import { type ClauseId } from './clauses.ts';
import { ageBands, notHumanReminders } from './study.ts';

/**
 * What may be made stricter and never looser. It serves a protected principle, which has no knob: nobody can weaken the clause with it. The first value is the loosest
 * and holds where nobody asks for more, the last the strictest.
 */
export interface Tightening {
  readonly id: string;
  readonly clause: ClauseId;
  readonly values: readonly [string, ...string[]];
}

export const tightenings = [
  { id: 'age_band', clause: 'prioritize-teen-safety', values: ageBands },
  { id: 'not_human_reminder', clause: 'respect-real-world-ties', values: notHumanReminders },
] as const satisfies readonly Tightening[];
