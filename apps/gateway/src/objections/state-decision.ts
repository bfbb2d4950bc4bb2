import { CodedError } from '@parlance/core';
import { encodeLeaf } from '@parlance/log';
import { type AnswerLog } from '../record/answer-log.ts';
import { type StoredObjection } from '../store/objection-row.ts';
import { type ObjectionStore } from '../store/objection-store.ts';
import { decisionPosition } from './decision-position.ts';
import { rulePosition } from './rule-position.ts';

/** The log that states decisions. */
type StatingLog = Pick<AnswerLog, 'addLeaves' | 'published' | 'folder' | 'origin' | 'hasFork' | 'shards'>;

/** Why the log does not tell a decision. `forked`: a witness has seen another history. `elsewhere`: the server that was asked to decide states it in its own log. */
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
  const { folder, origin } = log;
  const position = await rulePosition({ folder, size: log.published().size }, rule);
  // A half-year that has turned meanwhile has its rules at other positions.
  if (position === null || log.folder !== folder) return 'no-rule';
  const { positions } = await log.addLeaves([leafOf(position, decision)]);
  const [at] = positions;
  return at === undefined ? 'unwritable' : { log: origin, position: at };
}

/** What a write that seemed to fail has left, in the present half-year or in the ones since the day of the decision. */
async function earlierPlace(log: StatingLog, decision: Decision): Promise<Told | null> {
  // Takes a turn and adds nothing: after a failure the log is opened again before it, and tells what the disk holds.
  await log.addLeaves([]);
  for (const shard of log.shards()) {
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

function leafOf(position: bigint, { id, outcome, by, day }: Decision): Uint8Array {
  return encodeLeaf({
    leaf: 'amend',
    v: 1,
    position: String(position),
    outcome: `objection-${outcome}`,
    reason: 'complaint',
    authority: by,
    replacement: null,
    // The day alone: an hour would say more of when somebody worked. There is one leaf for each decision, so that the log counts them exactly.
    period: day,
    decision: id,
  });
}
