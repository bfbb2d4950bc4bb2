import { type Decider } from '@parlance/charter';
import { type ClassifierRole } from '../screen.ts';

/** What a safeguard made of a sentence under one rule; `failed`: it could not be asked, or what it said is no verdict. */
export type Verdict = 'covered' | 'not-covered' | 'failed';

/** What becomes of a sentence under one rule. */
export interface Effect {
  readonly role: ClassifierRole;
  /** `stop` leaves the sentence out and ends the answer. */
  readonly action: 'omit' | 'stop' | 'disclose';
  readonly decidedBy: Decider;
}

/** Null: the sentence stays as it is, and nothing need be said. */
export function effectOf(role: ClassifierRole, verdict: Verdict): Effect | null {
  if (verdict === 'not-covered') return null;
  if (verdict === 'covered') return { role, action: 'omit', decidedBy: 'safeguard' };
  const actions = { 'omit-sentence': 'omit', stop: 'stop', 'allow-and-disclose': 'disclose' } as const;
  return { role, action: actions[role.classifier.onFailure], decidedBy: 'nobody' };
}
