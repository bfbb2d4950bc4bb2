import { CodedError } from '@parlance/core';
import { type VerifierKey } from '@parlance/log';
import { type AnswerLog, type AnswerLogOptions } from './answer-log.ts';
import { shardOf } from './hour.ts';
import { createLastCheckpoints, type LastCheckpoints } from './last-checkpoints.ts';
import { type OlderShard } from './older-shards.ts';
import { provedReceipt, type Published } from './prove.ts';
import { type Recorder } from './recorder.ts';
import { type InForce } from './rule-leaves.ts';

/** A log as strangers read it, over or not. */
export interface PublishedShard {
  /** `2026h2` */
  readonly shard: string;
  /** Folder with the checkpoint and the tiles. */
  readonly folder: string;
  published(): Published;
}

/** The log of one half-year while answers go into it. */
export interface ShardLog extends Omit<AnswerLog, 'shards'> {
  readonly key: VerifierKey;
  /** Settles what was never answered as outages, closes the last batch and freezes the log: only when no answer is under way in it. */
  end(): Promise<OlderShard>;
}

export interface HalfYearsOptions extends Pick<AnswerLogOptions, 'now' | 'onFault'> {
  /** Milliseconds between two batches. */
  readonly pause: number;
  /** The half-year to begin with. */
  readonly shard: string;
  readonly older: readonly OlderShard[];
  readonly inForce: InForce;
  /** Opens the log of a half-year, with the rules in force in it. The keys of earlier logs are for its policy. */
  readonly open: (shard: string, inForce: readonly InForce[], earlier: readonly VerifierKey[]) => Promise<ShardLog>;
}

/** Milliseconds from taking a question until it is written down. */
const longestQuestion = 600_000;
const mostReplaced = 16;

interface HalfYear {
  readonly shard: string;
  readonly log: ShardLog;
  /** Ids of the answers that are under way. */
  readonly begun: Set<string>;
  /** Ids of those that are being settled. */
  readonly settling: Set<string>;
}

/** A half-year that is over while answers that began in it are still under way. */
interface Leaving extends HalfYear {
  /** Of the turn, in milliseconds. */
  readonly since: number;
}

interface HalfYears {
  current: HalfYear;
  inForce: InForce;
  /** What was in force until a moment ago. */
  replaced: readonly { readonly inForce: InForce; readonly since: number }[];
  leaving: readonly Leaving[];
  older: readonly OlderShard[];
  /** Ids of answers that came to no end in time. */
  readonly givenUp: Set<string>;
  readonly last: LastCheckpoints;
}

/** Milliseconds after the turn until an answer of the old half-year is given up. None takes so long; one whose reader was told that it could not be recorded never ends. */
const longestAnswer = 3_600_000;

/**
 * Goes from one half-year to the next while answers are given. With the first batch after the turn the new log is opened and has its rules; only then do questions go there. An
 * answer ends in the log in which it began: the old one stays open until its last answer is settled, then it is frozen and read only. When the new log cannot be opened, the
 * old one goes on, and it is tried again with the next batch. A clock that goes back changes nothing.
 */
export async function openHalfYears(options: HalfYearsOptions): Promise<AnswerLog> {
  const { now, onFault, pause, shard, older, inForce, open: openLog } = options;
  const current = halfYear(shard, await openLog(shard, [inForce], older.map(keyOf)));
  const years: HalfYears = { current, inForce, replaced: [], leaving: [], older, givenUp: new Set(), last: createLastCheckpoints() };
  let last = Promise.resolve();
  const next = (work: () => Promise<void>): Promise<void> => (last = last.catch(() => undefined).then(work));
  const drain = (): Promise<void> => next(() => drainAll(years, options));
  const timer = setInterval(() => void drain().catch(onFault), pause);
  timer.unref();
  const open = (): readonly HalfYear[] => [years.current, ...years.leaving];
  return {
    ...recorderOf(years),
    get origin() {
      return years.current.log.origin;
    },
    get folder() {
      return years.current.log.folder;
    },
    get policy() {
      return years.current.log.policy;
    },
    published: () => years.current.log.published(),
    shards: () => [
      ...open().map(({ shard: name, log }) => ({ shard: name, folder: log.folder, published: () => log.published() })),
      ...years.older.map((past) => ({ ...past, published: () => years.last.of(past) })),
    ],
    addLeaves: (leaves) => years.current.log.addLeaves(leaves),
    // Not while a half-year turns: its log would begin with the rules that were in force before.
    putInForce: (inForceNext) =>
      next(async () => {
        await years.current.log.putInForce(inForceNext);
        years.replaced = [...years.replaced, { inForce: years.inForce, since: now().getTime() }].slice(-mostReplaced);
        years.inForce = inForceNext;
      }),
    hasFork: () => years.last.hasFork() || open().some(({ log }) => log.hasFork()),
    async receipt(id) {
      for (const { log } of open()) {
        const receipt = await log.receipt(id);
        if (receipt !== null) return receipt;
      }
      for (const past of years.older) {
        const receipt = await provedReceipt(id, { ...past, cosigned: years.last.of(past) });
        if (receipt !== null) return receipt;
      }
      return null;
    },
    drain,
    async close() {
      clearInterval(timer);
      // At once, so that nothing more is taken. What is under way in an old half-year is settled by the next start.
      const logs = open().map(({ log }) => log);
      const closing = logs.map((log) => log.close());
      await last.catch(() => undefined);
      const late = open().filter(({ log }) => !logs.includes(log));
      await Promise.all([...closing, ...late.map(({ log }) => log.close())]);
    },
  };
}

function halfYear(shard: string, log: ShardLog): HalfYear {
  return { shard, log, begun: new Set(), settling: new Set() };
}

function keyOf({ key }: { readonly key: VerifierKey }): VerifierKey {
  return key;
}

/** Questions that were taken under a pack may be written down after another has come into force; their log has to know its rules. */
function recentlyInForce({ replaced, inForce }: HalfYears, now: Date): readonly InForce[] {
  return [...replaced.filter(({ since }) => now.getTime() - since < longestQuestion).map((each) => each.inForce), inForce];
}

/** Every answer is settled where it was begun: the promise is of the log that will prove it. */
function recorderOf(years: HalfYears): Recorder {
  return {
    async intend(intent) {
      const { log, begun } = years.current;
      begun.add(intent.id);
      try {
        await log.intend(intent);
      } catch (error) {
        begun.delete(intent.id);
        throw error;
      }
    },
    async settle(answer) {
      const { id } = answer.record;
      if (years.givenUp.delete(id))
        throw new CodedError('record_overdue', 'the half-year in which this answer began was closed before it ended');
      const { log, begun, settling } = years.leaving.find((each) => each.begun.has(id)) ?? years.current;
      settling.add(id);
      try {
        return await log.settle(answer);
      } finally {
        begun.delete(id);
        settling.delete(id);
      }
    },
  };
}

/** One that cannot be written must not hold up the others. */
async function drainAll(years: HalfYears, options: HalfYearsOptions): Promise<void> {
  const failed: unknown[] = [];
  const attempt = (work: Promise<void>): Promise<unknown> => work.catch((error: unknown) => failed.push(error));
  await attempt(turn(years, options));
  const cosigning = attempt(years.last.cosign(years.older, years.current.log.policy));
  await attempt(years.current.log.drain());
  await cosigning;
  for (const half of years.leaving) await attempt(leave(years, half, options));
  if (failed.length > 0) throw failed[0];
}

async function turn(years: HalfYears, options: HalfYearsOptions): Promise<void> {
  const now = options.now();
  const shard = shardOf(now);
  if (shard <= years.current.shard) return;
  const earlier = [years.current.log, ...years.leaving.map(({ log }) => log), ...years.older].map(keyOf);
  const next = halfYear(shard, await options.open(shard, recentlyInForce(years, now), earlier));
  years.leaving = [...years.leaving, { ...years.current, since: now.getTime() }];
  years.current = next;
}

/** Ends an old half-year as soon as nothing is under way in it. */
async function leave(years: HalfYears, half: Leaving, { now }: HalfYearsOptions): Promise<void> {
  const isLate = now().getTime() - half.since > longestAnswer;
  if (half.settling.size > 0 || (half.begun.size > 0 && !isLate)) return half.log.drain();
  for (const id of half.begun) years.givenUp.add(id);
  half.begun.clear();
  const past = await half.log.end();
  years.older = [...years.older, past];
  years.leaving = years.leaving.filter((each) => each !== half);
}
