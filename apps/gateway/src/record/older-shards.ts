import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { nonceSize, type VerifierKey } from '@parlance/log';
import { type LogWriter, nodeFiles } from '@parlance/log/node';
import { hourOf } from './hour.ts';
import { outageOf } from './outage.ts';
import { type ReceiptFiles } from './receipt-files.ts';
import { createRecorder } from './recorder.ts';
import { closeShard, drainOf, openShard, readJournal, type ShardPlace } from './shard.ts';

/** A half-year that is over: nothing is added, and its receipts are still given. */
export interface OlderShard {
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
  const { signer, journal, tree, receipts } = shard;
  const { now } = place;
  if (tree.writer().frozenAt() === null) {
    const { open } = await readJournal(shard);
    const recorder = createRecorder({ journal, signer, now, onPromised: () => undefined });
    await Promise.all(open.map((intent) => recorder.settle(outageOf(intent, hourOf(now()), () => randomBytes(nonceSize)))));
    await drainOf(shard, { now, onBatch: () => undefined })();
    await tree.writer().freeze();
  }
  // Reading takes no lock.
  await closeShard(shard, () => undefined);
  return { key: signer, receipts, writer: tree.writer() };
}
