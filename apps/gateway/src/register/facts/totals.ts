import { type Leaf, type LeafOf } from '@parlance/log';
import { decidedOutcomes, type RegisterDecision } from '../../store/register-row.ts';

/** Adds the answers of a batch to those of its month. */
export function addTally(answers: Map<string, number>, tally: LeafOf<'tally'>): void {
  const month = tally.period.slice(0, '2026-11'.length);
  answers.set(month, (answers.get(month) ?? 0) + tally.answers);
}

/** Where the leaf is that a correction names: none is read where it is in another log. */
export function isElsewhere({ log }: Pick<LeafOf<'amend'>, 'log'>, own: string): boolean {
  return log !== undefined && log !== own;
}

/**
 * What an objection led to, by the leaf that it names; none where that is not the leaf of a rule, or of another rule than the correction names. `elsewhere`: it stands in
 * another log, and the correction is believed. `position`: of the correction, which names the decisions of the first version.
 */
export function decided(amend: LeafOf<'amend'>, about: Leaf | 'elsewhere' | null, position: bigint): readonly RegisterDecision[] {
  const outcome = decidedOutcomes.find((each) => amend.outcome === `objection-${each}`);
  const rule = ruleOf(amend, about);
  if (outcome === undefined || rule === null) return [];
  return [{ decision: amend.decision ?? `leaf ${String(position)}`, rule, outcome }];
}

/** The same in every log that tells it. Leaves of the first version have no name, and their position is one of their own log. */
export function nameOfDecision(log: string, { decision }: Pick<RegisterDecision, 'decision'>): string {
  return decision.startsWith('leaf ') ? `${log} ${decision}` : decision;
}

function ruleOf(amend: LeafOf<'amend'>, about: Leaf | 'elsewhere' | null): string | null {
  if (about === 'elsewhere') return amend.rule?.replace(/@.*$/, '') ?? null;
  if (about?.leaf !== 'rule') return null;
  return amend.rule === undefined || amend.rule === `${about.id}@${about.version}` ? about.id : null;
}
