import { basename, join } from 'node:path';
import { CodedError } from '@parlance/core';
import { type VerifierKey } from '@parlance/log';
import { type LogWriter, nodeFiles } from '@parlance/log/node';
import { type Turn, turnsOf } from './log-turns.ts';
import { type ReceiptFiles } from './receipt-files.ts';
import { createRecorder, type OwnRecorder } from './recorder.ts';
import { closeShard, drainOf, openShard, readJournal, type Shard, type ShardPlace } from './shard.ts';

/** A half-year that is over: nothing is added, and its receipts are still given. */
export interface OlderShard {
  /** `2026h1` */
  readonly shard: string;
  /** Folder with the checkpoint and the tiles. */
  readonly folder: string;
  readonly key: VerifierKey;
  readonly receipts: ReceiptFiles;
  readonly writer: LogWriter;
}

/**
 * Keeps what was promised in half-years that are over: answers go into their log, questions without an answer are settled as outages, and the log is frozen.
 * Throws `log_newer` when there is a log of a half-year that has not come yet: then the clock is wrong, and a second log would be begun for nothing.
 */
export async function finishOlderShards(place: ShardPlace): Promise<readonly OlderShard[]> {
  const { dataFolder, shard: current, files = nodeFiles } = place;
  const shards = (await files.list(join(dataFolder, 'log'))).filter((name) => /^\d{4}h[12]$/.test(name) && name !== current);
  const newer = shards.find((shard) => shard > current);
  if (newer !== undefined) {
    throw new CodedError(
      'log_newer',
      `${join(dataFolder, 'log')}: there is a log of ${newer}, and by the clock of this machine it is ${current}; set the clock, then start again`,
    );
  }
  const finished: OlderShard[] = [];
  for (const shard of shards) finished.push(await finish({ ...place, shard }));
  return finished;
}

async function finish(place: ShardPlace): Promise<OlderShard> {
  const shard = await openShard(place);
  const { signer, journal, tree } = shard;
  const { now } = place;
  if (tree.writer().frozenAt() === null) {
    const recorder = createRecorder({ journal, signer, now, onPromised: () => undefined, findOpen: () => readJournal(shard) });
    const turn = turnsOf(tree);
    await endShard({ recorder, turn, drain: drainOf(shard, { now, onBatch: () => undefined, turn }) });
  }
  return leaveShard(shard);
}

export interface ShardEnd {
  readonly recorder: Pick<OwnRecorder, 'settleOpen'>;
  readonly turn: Turn;
  readonly drain: () => Promise<void>;
}

/** Questions that nobody answers any more are settled as outages; then the log takes nothing more. */
export async function endShard({ recorder, turn, drain }: ShardEnd): Promise<void> {
  await recorder.settleOpen('all');
  await drain();
  await turn((writer) => writer.freeze());
}

/** Reading takes no lock. */
export async function leaveShard(shard: Shard): Promise<OlderShard> {
  await closeShard(shard, () => undefined);
  const { home, signer, receipts, tree } = shard;
  return { shard: basename(home), folder: join(home, 'tree'), key: signer, receipts, writer: tree.writer() };
}
