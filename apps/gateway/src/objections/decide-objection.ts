import { CodedError } from '@parlance/core';
import { encodeLeaf } from '@parlance/log';
import { type Gateway } from '../gateway.ts';
import { type ObjectionOutcome, type StoredObjection } from '../store/objection-row.ts';
import { daysAfter, keptDays } from './days.ts';
import { rulePosition } from './rule-position.ts';

export interface Decision {
  readonly number: bigint;
  readonly outcome: ObjectionOutcome;
  /** For the person. The log never has them. */
  readonly reasons: string;
  /** Who decided; null: the operator. */
  readonly by: string | null;
}

/** `unlogged`: the person is told, and the log is not yet; the same decision again puts it there. */
export type Decided =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'decided-before'; readonly objection: StoredObjection }
  | { readonly kind: 'decided'; readonly objection: StoredObjection }
  | { readonly kind: 'unlogged'; readonly objection: StoredObjection; readonly why: 'no-rule' | 'unwritable' };

/** What deciding needs: the store, and the log that states it. */
export interface Deciding {
  readonly objections: Gateway['store']['objections'];
  readonly log: NonNullable<Gateway['office']>['log'];
  readonly now: () => Date;
}

/**
 * Decides about an objection: for the person first, who reads it by the code, then in the log, by a leaf that has the rule, the outcome and the day and nothing that anybody
 * wrote. An objection is decided once.
 */
export async function decideObjection(deciding: Deciding, decision: Decision): Promise<Decided> {
  const { objections, now } = deciding;
  const { number, outcome, reasons, by } = decision;
  const before = await objections.find(number);
  if (before === null) return { kind: 'unknown' };
  const day = now().toISOString().slice(0, 10);
  const isNew = await objections.decide({ number, outcome, day, by, reasons, forget: daysAfter(day, keptDays) });
  const objection = (await objections.find(number)) ?? before;
  const isAgain = objection.decision?.outcome === outcome && objection.decision.leaf === null;
  if (!isNew && !isAgain) return { kind: 'decided-before', objection };
  return tell(deciding, objection);
}

async function tell({ objections, log }: Deciding, objection: StoredObjection): Promise<Decided> {
  const { number, decision } = objection;
  if (decision === null) return { kind: 'unknown' };
  try {
    const { folder, origin } = log;
    const position = await rulePosition({ folder, size: log.published().size }, objection);
    // A half-year that has turned meanwhile has its rules at other positions.
    if (position === null || log.folder !== folder) return { kind: 'unlogged', objection, why: 'no-rule' };
    const { positions } = await log.addLeaves([leafOf(position, decision)]);
    const [at] = positions;
    if (at === undefined) return { kind: 'unlogged', objection, why: 'unwritable' };
    await objections.noteLeaf({ number, log: origin, position: at });
    return { kind: 'decided', objection: (await objections.find(number)) ?? objection };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { kind: 'unlogged', objection, why: 'unwritable' };
  }
}

function leafOf(position: bigint, { outcome, by, day }: NonNullable<StoredObjection['decision']>): Uint8Array {
  return encodeLeaf({
    leaf: 'amend',
    v: 1,
    position: String(position),
    outcome: `objection-${outcome}`,
    reason: 'complaint',
    authority: by,
    replacement: null,
    // The day alone: an hour would say more of when somebody worked, and nothing more to the public.
    period: day,
  });
}
