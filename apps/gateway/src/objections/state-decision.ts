import { CodedError } from '@parlance/core';
import { encodeLeaf } from '@parlance/log';
import { type AnswerLog } from '../record/answer-log.ts';
import { type StoredObjection } from '../store/objection-row.ts';
import { type ObjectionStore } from '../store/objection-store.ts';
import { decisionPosition } from './decision-position.ts';
import { rulePosition } from './rule-position.ts';

/** The log that states decisions. */
type StatingLog = Pick<AnswerLog, 'addLeaves' | 'origin' | 'hasFork' | 'shards'>;

/** Why the log does not tell a decision. `no-rule`: no log of this server has the rule. `forked`: a witness has seen another history. `elsewhere`: the server that was asked to decide states it in its own log. */
export type WhyUnlogged = 'no-rule' | 'unwritable' | 'forked' | 'elsewhere';

export interface Stating {
  readonly objections: Pick<ObjectionStore, 'noteLeaf'>;
  readonly log: StatingLog;
}

/** `log.example` of `log.example/2026h2`: the server, whatever the half-year. */
export function logName({ origin }: Pick<StatingLog, 'origin'>): string {
  return origin.replace(/\/[^/]*$/, '');
}

/**
 * Has the log tell a decision, once: where an earlier attempt may have written it, the log is asked first. To be called by one at a time. Null: it is told. Throws
 * `store_unavailable`.
 */
export async function stateDecision(
  { objections, log }: Stating,
  objection: StoredObjection,
  isFirst: boolean,
): Promise<WhyUnlogged | null> {
  const { number, decision } = objection;
  if (decision === null || decision.leaf !== null) return null;
  if (log.hasFork()) return 'forked';
  if (decision.statedBy !== null && decision.statedBy !== logName(log)) return 'elsewhere';
  const told = await toldPlace({ log, isFirst }, objection, decision).catch(unlessCoded);
  if (typeof told === 'string') return told;
  await objections.noteLeaf({ number, ...told });
  return null;
}

interface Told {
  readonly log: string;
  readonly position: bigint;
}

type Decision = NonNullable<StoredObjection['decision']>;

interface Attempt {
  readonly log: StatingLog;
  readonly isFirst: boolean;
}

async function toldPlace({ log, isFirst }: Attempt, rule: StoredObjection, decision: Decision): Promise<Told | WhyUnlogged> {
  const before = isFirst ? null : await earlierPlace(log, decision);
  if (before !== null) return before;
  const place = await rulePlace(log, rule);
  if (place === null) return 'no-rule';
  // Nothing is awaited between these lines: the leaf says whether the rule is in the very log that it goes into.
  const { origin } = log;
  const { positions } = await log.addLeaves([leafOf(place, decision, { origin, rule: `${rule.rule}@${rule.version}` })]);
  const [at] = positions;
  return at === undefined ? 'unwritable' : { log: origin, position: at };
}

/** The leaf of the rule, in the log of the newest half-year that has it. */
async function rulePlace(log: StatingLog, rule: StoredObjection): Promise<Told | null> {
  for (const shard of newestFirst(log)) {
    const position = await rulePosition({ folder: shard.folder, size: shard.published().size }, rule);
    if (position !== null) return { log: `${logName(log)}/${shard.shard}`, position };
  }
  return null;
}

function newestFirst(log: StatingLog): ReturnType<StatingLog['shards']> {
  return log.shards().toSorted((left, right) => (left.shard < right.shard ? 1 : -1));
}

/** What a write that seemed to fail has left, in the present half-year or in the ones since the day of the decision. */
async function earlierPlace(log: StatingLog, decision: Decision): Promise<Told | null> {
  // Takes a turn and adds nothing: after a failure the log is opened again before it, and tells what the disk holds.
  await log.addLeaves([]);
  for (const shard of newestFirst(log)) {
    const place = await decisionPosition({ folder: shard.folder, size: shard.published().size }, decision);
    if (typeof place === 'bigint') return { log: `${logName(log)}/${shard.shard}`, position: place };
    if (place === 'before') return null;
  }
  return null;
}

function unlessCoded(error: unknown): WhyUnlogged {
  if (error instanceof CodedError) return 'unwritable';
  throw error;
}

interface StatedIn {
  /** Of the log that the leaf goes into. */
  readonly origin: string;
  /** `id@version` */
  readonly rule: string;
}

function leafOf(about: Told, { id, outcome, by, day }: Decision, { origin, rule }: StatedIn): Uint8Array {
  return encodeLeaf({
    leaf: 'amend',
    v: 1,
    position: String(about.position),
    outcome: `objection-${outcome}`,
    reason: 'complaint',
    authority: by,
    replacement: null,
    // The day alone: an hour would say more of when somebody worked. There is one leaf for each decision, so that the log counts them exactly.
    period: day,
    decision: id,
    // A log of an earlier half-year is over; what is decided about its rules stands in the present one, and names them.
    ...(about.log === origin ? {} : { log: about.log, rule }),
  });
}
