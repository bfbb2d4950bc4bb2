import { type StoredObjection } from '../store/objection-row.ts';
import { type Decided } from './decide-objection.ts';

/** An objection as the office reads it, for JSON. It holds what the person wrote, masked. */
export function toldObjection({ number, decision, isSealed, ...rest }: StoredObjection, day: string) {
  const flags = {
    is_overdue: decision === null && rest.due < day,
    is_unlogged: decision !== null && decision.leaf === null,
    is_sealed: isSealed,
  };
  return { number: String(number), state: decision?.outcome ?? 'open', ...flags, ...rest, decision: toldLeaf(decision) };
}

function toldLeaf(decision: StoredObjection['decision']) {
  if (decision === null) return null;
  const { leaf, statedBy, ...rest } = decision;
  return { ...rest, stated_by: statedBy, leaf: leaf === null ? null : { log: leaf.log, position: String(leaf.position) } };
}

/** What came of a decision, for JSON. */
export function toldDecision(decided: Exclude<Decided, { kind: 'unknown' }>, day: string) {
  const { kind, objection } = decided;
  return { result: kind, ...(kind === 'unlogged' && { why: decided.why }), objection: toldObjection(objection, day) };
}
