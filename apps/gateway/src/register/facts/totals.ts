import { type Leaf, type LeafOf } from '@parlance/log';
import { decidedOutcomes, type RegisterDecision } from '../../store/register-row.ts';

/** Adds the answers of a batch to those of its month. */
export function addTally(answers: Map<string, number>, tally: LeafOf<'tally'>): void {
  const month = tally.period.slice(0, '2026-11'.length);
  answers.set(month, (answers.get(month) ?? 0) + tally.answers);
}

/** What an objection led to, by the leaf that it names; none where that is not the leaf of a rule. `position`: of the correction, which names the decisions of the first version. */
export function decided(amend: LeafOf<'amend'>, about: Leaf, position: bigint): readonly RegisterDecision[] {
  const outcome = decidedOutcomes.find((each) => amend.outcome === `objection-${each}`);
  if (outcome === undefined || about.leaf !== 'rule') return [];
  return [{ decision: amend.decision ?? `leaf ${String(position)}`, rule: about.id, outcome }];
}
