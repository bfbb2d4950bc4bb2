import { type ObjectionOutcome, type StoredObjection } from '../store/objection-row.ts';
import { type ObjectionStore } from '../store/objection-store.ts';
import { logName, stateDecision, type Stating, type WhyUnlogged } from './state-decision.ts';

interface Decision {
  readonly number: bigint;
  readonly outcome: ObjectionOutcome;
  /** For the person. The log never has them. */
  readonly reasons: string;
  /** Who decided; null: the operator. */
  readonly by: string | null;
}

/** `unlogged`: the person is told, and the log is not yet; it is tried again every hour, and by the same decision. */
export type Decided =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'decided-before'; readonly objection: StoredObjection }
  | { readonly kind: 'decided'; readonly objection: StoredObjection }
  | { readonly kind: 'unlogged'; readonly objection: StoredObjection; readonly why: WhyUnlogged };

/** What deciding needs: the store, and the log that states it. */
export interface Deciding extends Stating {
  readonly objections: Pick<ObjectionStore, 'find' | 'decide' | 'noteLeaf' | 'unlogged'>;
  readonly now: () => Date;
  /** Days for which what was written is kept after a decision. */
  readonly keptDays: () => number;
}

/** The one place of a server where decisions are taken, one after the other. */
export interface DecisionDesk {
  /**
   * Decides about an objection: for the person first, who reads it by the code, then in the log, by a leaf that has the rule, the outcome, who decided and the day and nothing that
   * anybody wrote. An objection is decided once; the same decision again is the same. Throws `store_unavailable` and `objection_sealed`.
   */
  decide(decision: Decision): Promise<Decided>;
  /** Tries again to state what the log does not tell. Gives how many are left. Throws `store_unavailable`. */
  stateUnlogged(): Promise<number>;
}

/** More than one look at the log needs at a time; what is left comes with the next. */
const mostUnlogged = 1_000;

export function decisionDesk(deciding: Deciding): DecisionDesk {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
  return {
    decide: (decision) => inTurn(() => decide(deciding, decision)),
    async stateUnlogged() {
      const waiting = await deciding.objections.unlogged(mostUnlogged);
      let left = 0;
      for (const { number } of waiting) if (!(await inTurn(() => stateAgain(deciding, number)))) left += 1;
      return left;
    },
  };
}

async function decide(deciding: Deciding, decision: Decision): Promise<Decided> {
  const { objections, log, now, keptDays } = deciding;
  const { number, outcome, reasons, by } = decision;
  const day = now().toISOString().slice(0, 10);
  const isNew = await objections.decide({ number, outcome, day, by, reasons, statedBy: logName(log), keptDays: keptDays() });
  const objection = await objections.find(number);
  if (objection === null) return { kind: 'unknown' };
  if (!isNew && !isSame(objection, decision)) return { kind: 'decided-before', objection };
  const why = await stateDecision(deciding, objection, isNew);
  const stated = (await objections.find(number)) ?? objection;
  return why === null ? { kind: 'decided', objection: stated } : { kind: 'unlogged', objection: stated, why };
}

/** Whether the log tells it now. */
async function stateAgain(deciding: Deciding, number: bigint): Promise<boolean> {
  const objection = await deciding.objections.find(number);
  return objection === null || (await stateDecision(deciding, objection, false)) === null;
}

function isSame({ decision }: StoredObjection, { outcome, reasons, by }: Decision): boolean {
  return decision !== null && decision.outcome === outcome && decision.reasons === reasons && decision.by === by;
}
