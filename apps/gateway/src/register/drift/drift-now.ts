import { oncePer } from '@parlance/pack';
import { type DriftFacts } from '@parlance/web';
import { type DriftInput, makeDrift } from './make-drift.ts';

/** The drift of a register as it is at one moment, each month worked out once. `month`: one of `monthsOf`; null: the newest. */
export const driftNow = oncePer((now: DriftInput): ((month: string | null) => DriftFacts) => {
  const known = new Map<string | null, DriftFacts>();
  return (month) => {
    const facts = known.get(month) ?? makeDrift(now, month);
    known.set(month, facts);
    return facts;
  };
});
