import { randomBytes, randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { formatPolicy, nonceSize, type Policy, type Receipt, type Signer } from '@parlance/log';
import { type Files, type Journal, type JournalEntry, nodeFiles, openFileJournal, writeAtomically } from '@parlance/log/node';
import { type Pack } from '@parlance/pack';
import { readAnswers } from './batch.ts';
import { createDrainer, type Drainer } from './drainer.ts';
import { type Intent } from './entry.ts';
import { hourOf, shardOf } from './hour.ts';
import { publishOnce } from './in-force.ts';
import { openLogKey } from './log-key.ts';
import { outageOf } from './outage.ts';
import { promisedReceipt, provedReceipt } from './prove.ts';
import { openReceiptFiles, type ReceiptFiles } from './receipt-files.ts';
import { positionIn, receiptId } from './receipt-id.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { leavesInForce } from './rule-leaves.ts';
import { openSteadyJournal } from './steady-journal.ts';
import { openTree, type Tree } from './tree.ts';
import { createWitnesses, readerPolicy, type Witnesses } from './witnesses.ts';

export interface AnswerLogOptions {
  /** Folder for state; the log is in `log/<shard>` of it. */
  readonly dataFolder: string;
  /** Name of the log without its shard, as `log.example.org`. */
  readonly name: string;
  /** In force; its rules are in the log before this resolves. */
  readonly pack: Pack;
  readonly now: () => Date;
  /** Policy file with the witnesses that are to cosign the log, and their quorum; null: none. */
  readonly witnesses?: { readonly path: string; readonly text: string } | null;
  /** Told when a batch could not be closed or cosigned; it is tried again. */
  readonly onFault: (error: unknown) => void;
  /** Milliseconds between two batches. */
  readonly pause?: number;
  readonly files?: Files;
}

/** The journal and the log of one server: what was answered, and the proof of it. */
export interface AnswerLog extends Recorder {
  /** `log.example.org/2026h2` */
  readonly origin: string;
  /** Folder with the checkpoint and the tiles as they are published. */
  readonly folder: string;
  /** The log and its witnesses, as c2sp.org/tlog-policy. */
  readonly policy: string;
  /** The receipt of an answer, promised or proved; null when there is none of this id. */
  receipt(id: string): Promise<Receipt | null>;
  /** Closes the batch that is open, and has it cosigned. */
  drain(): Promise<void>;
  /** A witness has seen another history of this log. */
  hasFork(): boolean;
  close(): Promise<void>;
}

const batchPause = 10_000;

/**
 * Opens the log of the present half-year. What was asked and never answered, because the server broke off, is settled as an outage; rules are published before they act.
 * Throws `log_key_unusable`, `leaf_malformed`, `witness_policy_unusable`, and what `openFileJournal` and `createLogWriter` throw.
 */
export async function openAnswerLog(options: AnswerLogOptions): Promise<AnswerLog> {
  const { pack, now, onFault, pause = batchPause } = options;
  const shard = await openShard(options);
  const { signer, journal, tree, receipts, files, home } = shard;
  const { open, waiting } = await readJournal(shard);
  const recorder = createRecorder({
    journal,
    signer,
    now,
    onPromised: ({ record }, { position, promise }) => waiting.set(receiptId(position, record.id), promisedReceipt(record, promise)),
  });
  const hour = hourOf(now());
  await publishOnce({ files, path: join(home, 'in-force') }, tree.writer(), leavesInForce(pack, hour));
  await Promise.all(open.map((intent) => recorder.settle(outageOf(intent, hour, () => randomBytes(nonceSize)))));
  const forget = (cursor: bigint): void => {
    for (const id of waiting.keys()) if ((positionIn(id) ?? 0n) < cursor) waiting.delete(id);
  };
  const policy = readerPolicy(signer, options.witnesses ?? null);
  const witnesses = createWitnesses(policy);
  const drain = drainOf(shard, { now, onBatch: forget, witnesses });
  const timer = setInterval(() => void drain().catch(onFault), pause);
  timer.unref();
  return {
    ...recorder,
    origin: signer.name,
    folder: join(home, 'tree'),
    policy: await publishPolicy(shard, policy),
    hasFork: () => witnesses.hasFork(),
    receipt: async (id) => waiting.get(id) ?? provedReceipt(id, receipts, tree.writer()),
    drain,
    async close() {
      clearInterval(timer);
      await drain().catch(onFault);
      await journal.close();
      await tree.writer().close();
    },
  };
}

/** Everything that a half-year has on the disk. */
interface Shard {
  readonly files: Files;
  /** `<data>/log/<shard>` */
  readonly home: string;
  readonly signer: Signer;
  readonly tree: Tree;
  readonly receipts: ReceiptFiles;
  readonly journal: Journal;
}

async function openShard({ dataFolder, name, now, files = nodeFiles }: AnswerLogOptions): Promise<Shard> {
  const home = join(dataFolder, 'log', shardOf(now()));
  for (const folder of [dirname(home), home]) {
    await files.makeFolder(folder);
    await files.syncFolder(dirname(folder));
  }
  const origin = `${name}/${shardOf(now())}`;
  const signer = await openLogKey(files, join(home, 'key'), origin);
  const tree = await openTree({ files, folder: join(home, 'tree'), origin, signer, now });
  const receipts = await openReceiptFiles(files, join(home, 'receipts'));
  const place = { files, folder: join(home, 'journal'), shard: origin, randomBytes };
  const openJournal = async (): Promise<Journal> =>
    (await openFileJournal({ ...place, takeOver: 'always', knownNext: tree.writer().cursor() })).journal;
  return { files, home, signer, tree, receipts, journal: await openSteadyJournal(openJournal) };
}

interface Unproved {
  readonly open: readonly Intent[];
  /** By id. */
  readonly waiting: Map<string, Receipt>;
}

/** What stands in the journal and not yet in the log. */
async function readJournal({ journal, receipts, tree }: Shard): Promise<Unproved> {
  const from = tree.writer().cursor();
  const entries: JournalEntry[] = [];
  for await (const entry of journal.read(from)) entries.push(entry);
  const { answers, open } = readAnswers(entries, { from, open: await receipts.openAt(from) });
  const waiting = answers.map(
    ({ position, answer: { record }, promise }) => [receiptId(position, record.id), promisedReceipt(record, promise)] as const,
  );
  return { open, waiting: new Map(waiting) };
}

interface DrainOptions {
  readonly now: () => Date;
  readonly onBatch: (cursor: bigint) => void;
  readonly witnesses: Witnesses;
}

/** One drain after the other; after a failure the tree is opened again first. */
function drainOf({ journal, tree, receipts }: Shard, { now, onBatch, witnesses }: DrainOptions): () => Promise<void> {
  const make = () => createDrainer({ journal, writer: tree.writer(), receipts, now, random: (bound) => randomInt(bound), onBatch });
  let drainer: Drainer | null = make();
  let last = Promise.resolve();
  const drain = async (): Promise<void> => {
    if (drainer === null) await tree.reopen();
    const open = (drainer ??= make());
    try {
      await open.drain();
    } catch (error) {
      drainer = null;
      throw error;
    }
    // What the witnesses say changes nothing about what was written.
    await witnesses.cosign(tree.writer());
  };
  return () => (last = last.catch(() => undefined).then(drain));
}

/** Where whoever verifies finds the keys of the log and its witnesses. */
async function publishPolicy({ files, home }: Shard, policy: Policy): Promise<string> {
  const text = formatPolicy(policy);
  const path = join(dirname(home), 'policy.txt');
  await writeAtomically(files, { path, temporary: `${path}.new`, bytes: new TextEncoder().encode(text) });
  return text;
}
