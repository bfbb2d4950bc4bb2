import { randomBytes, randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Signer } from '@parlance/log';
import { type Files, type Journal, type LogWriter, nodeFiles, openFileJournal } from '@parlance/log/node';
import { type PromisedAnswer } from './batch.ts';
import { createDrainer, type Drainer } from './drainer.ts';
import { type Intent } from './entry.ts';
import { readBacklog } from './journal-stretch.ts';
import { openLogKey } from './log-key.ts';
import { type Turn, turnsOf } from './log-turns.ts';
import { openReceiptFiles, type ReceiptFiles } from './receipt-files.ts';
import { openSteadyJournal } from './steady-journal.ts';
import { openTree, type Tree } from './tree.ts';

/** Everything that a half-year has on the disk. */
export interface Shard {
  readonly files: Files;
  /** `<data>/log/<shard>` */
  readonly home: string;
  readonly signer: Signer;
  readonly tree: Tree;
  readonly receipts: ReceiptFiles;
  readonly journal: Journal;
}

export interface ShardPlace {
  /** Folder for state. */
  readonly dataFolder: string;
  /** Of the log, without its shard. */
  readonly name: string;
  /** `2026h2` */
  readonly shard: string;
  readonly now: () => Date;
  readonly files?: Files;
}

export async function openShard({ dataFolder, name, shard, now, files = nodeFiles }: ShardPlace): Promise<Shard> {
  const home = join(dataFolder, 'log', shard);
  for (const folder of [dirname(home), home]) {
    await files.makeFolder(folder);
    await files.syncFolder(dirname(folder));
  }
  const origin = `${name}/${shard}`;
  const signer = await openLogKey(files, join(home, 'key'), origin);
  const tree = await openTree({ files, folder: join(home, 'tree'), origin, signer, now });
  const receipts = await openReceiptFiles(files, join(home, 'receipts'));
  const place = { files, folder: join(home, 'journal'), shard: origin, randomBytes };
  const openJournal = async (): Promise<Journal> =>
    (await openFileJournal({ ...place, takeOver: 'always', knownNext: tree.writer().cursor() })).journal;
  return { files, home, signer, tree, receipts, journal: await openSteadyJournal(openJournal) };
}

/** What stands in the journal and not yet in the log: tells each answer, and gives back the intents without one. */
export async function readJournal(
  { journal, receipts, tree }: Shard,
  onAnswer: (answer: PromisedAnswer) => void = () => undefined,
): Promise<readonly Intent[]> {
  const from = tree.writer().cursor();
  return readBacklog(journal, { from, open: (await receipts.leftAt(from)).open, onAnswer });
}

/** Lets the folders go; what cannot be closed must not keep the rest open. */
export async function closeShard({ journal, tree }: Shard, onFault: (error: unknown) => void): Promise<void> {
  const closed = await Promise.allSettled([journal.close(), tree.writer().close()]);
  for (const one of closed) if (one.status === 'rejected') onFault(one.reason);
}

export interface DrainOptions {
  readonly now: () => Date;
  readonly onBatch: (cursor: bigint) => void;
  /** Of this log, when others than the drainer add to it. */
  readonly turn?: Turn;
}

/** One drain after the other; after a failure the tree is opened again first, and with it comes another drainer. */
export function drainOf({ journal, tree, receipts }: Shard, { now, onBatch, turn = turnsOf(tree) }: DrainOptions): () => Promise<void> {
  let current: { readonly writer: LogWriter; readonly drainer: Drainer } | null = null;
  const drainerOf = (writer: LogWriter): Drainer => {
    if (current?.writer === writer) return current.drainer;
    const drainer = createDrainer({ journal, writer, receipts, now, random: (bound) => randomInt(bound), onBatch });
    current = { writer, drainer };
    return drainer;
  };
  return () => turn((writer) => drainerOf(writer).drain());
}
