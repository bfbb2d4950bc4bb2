import { randomBytes, randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import {
  type AnswerPromise,
  type AnswerRecord,
  formatPolicy,
  formatProof,
  nonceSize,
  parseCheckpoint,
  parseNote,
  type Receipt,
} from '@parlance/log';
import {
  createLogWriter,
  type Files,
  type Journal,
  type JournalEntry,
  type LogWriter,
  type LogWriterOptions,
  nodeFiles,
  openFileJournal,
  writeAtomically,
} from '@parlance/log/node';
import { type Pack } from '@parlance/pack';
import { readAnswers } from './batch.ts';
import { createDrainer, type Drainer } from './drainer.ts';
import { type Answered, type Intent } from './entry.ts';
import { hourOf, shardOf } from './hour.ts';
import { publishOnce } from './in-force.ts';
import { openLogKey } from './log-key.ts';
import { positionIn, receiptId } from './receipt-id.ts';
import { openReceiptFiles, type ReceiptFiles } from './receipt-files.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { leavesInForce } from './rule-leaves.ts';

export interface AnswerLogOptions {
  /** Folder for state; the log is in `log/<shard>` of it. */
  readonly dataFolder: string;
  /** Name of the log without its shard, as `log.example.org`. */
  readonly name: string;
  /** In force; its rules are in the log before this resolves. */
  readonly pack: Pack;
  readonly now: () => Date;
  /** Told when a batch could not be closed; it is tried again. */
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
  /** Closes the batch that is open. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

const batchPause = 10_000;

/**
 * Opens the log of the present half-year. What was asked and never answered, because the server broke off, is settled as an outage; rules are published before they act.
 * Throws `log_key_unusable`, `leaf_malformed`, and what `openFileJournal` and `createLogWriter` throw.
 */
export async function openAnswerLog(options: AnswerLogOptions): Promise<AnswerLog> {
  const { dataFolder, name, pack, now, onFault, pause = batchPause, files = nodeFiles } = options;
  const shard = shardOf(now());
  const origin = `${name}/${shard}`;
  const home = join(dataFolder, 'log', shard);
  for (const folder of [join(dataFolder, 'log'), home]) {
    await files.makeFolder(folder);
    await files.syncFolder(dirname(folder));
  }
  const signer = await openLogKey(files, join(home, 'key'), origin);
  const folder = join(home, 'tree');
  const tree = await treeOf({ files, folder, origin, signer, now });
  const receipts = await openReceiptFiles(files, join(home, 'receipts'));
  const { journal } = await openFileJournal({
    files,
    folder: join(home, 'journal'),
    shard: origin,
    randomBytes,
    takeOver: 'always',
    knownNext: tree.writer().cursor(),
  });
  const waiting = new Map<string, Receipt>();
  const { open } = await readJournal({ journal, receipts, writer: tree.writer() }, waiting);
  const recorder = createRecorder({
    journal,
    signer,
    now,
    onPromised: ({ record }, { position, promise }) => waiting.set(receiptId(position, record.id), promised(record, promise)),
  });
  await publishOnce({ files, path: join(home, 'in-force') }, tree.writer(), leavesInForce(pack, hourOf(now())));
  await Promise.all(open.map((intent) => recorder.settle(outage(intent, hourOf(now())))));
  const drainerOf = (): Drainer =>
    createDrainer({
      journal,
      writer: tree.writer(),
      receipts,
      now,
      random: (bound) => randomInt(bound),
      onBatch: (cursor) => {
        for (const id of waiting.keys()) if ((positionIn(id) ?? 0n) < cursor) waiting.delete(id);
      },
    });
  let drainer = drainerOf();
  const drain = async (): Promise<void> => {
    try {
      await drainer.drain();
    } catch (error) {
      // What the disk holds is unknown until the log is opened again.
      await tree.reopen();
      drainer = drainerOf();
      throw error;
    }
  };
  const timer = setInterval(() => void drain().catch(onFault), pause);
  timer.unref();
  const policy = formatPolicy({ logs: [{ key: signer, url: null }], witnesses: [], groups: [], quorum: null });
  const policyPath = join(dataFolder, 'log', 'policy.txt');
  await writeAtomically(files, { path: policyPath, temporary: `${policyPath}.new`, bytes: new TextEncoder().encode(policy) });
  return {
    ...recorder,
    origin,
    folder,
    policy,
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

interface Tree {
  writer(): LogWriter;
  reopen(): Promise<void>;
}

async function treeOf(place: Omit<LogWriterOptions, 'takeOver'>): Promise<Tree> {
  // The data folder has one owner, who is this process.
  const make = (): Promise<LogWriter> => createLogWriter({ ...place, takeOver: 'always' });
  let writer = await make();
  return {
    writer: () => writer,
    async reopen() {
      await writer.close();
      writer = await make();
    },
  };
}

interface Sources {
  readonly journal: Journal;
  readonly receipts: ReceiptFiles;
  readonly writer: LogWriter;
}

/** What stands in the journal and not yet in the log. */
async function readJournal(
  { journal, receipts, writer }: Sources,
  waiting: Map<string, Receipt>,
): Promise<{ readonly open: readonly Intent[] }> {
  const from = writer.cursor();
  const entries: JournalEntry[] = [];
  for await (const entry of journal.read(from)) entries.push(entry);
  const { answers, open } = readAnswers(entries, from, await receipts.openAt(from));
  for (const { position, answer, promise } of answers) waiting.set(receiptId(position, answer.record.id), promised(answer.record, promise));
  return { open };
}

function promised(record: AnswerRecord, promise: AnswerPromise): Receipt {
  return { v: 1, record, promise, proved: null };
}

async function provedReceipt(id: string, receipts: ReceiptFiles, writer: LogWriter): Promise<Receipt | null> {
  const position = positionIn(id);
  if (position === null || position >= writer.cursor()) return null;
  const found = await receipts.find(position);
  if (found === null || receiptId(position, found.receipt.record.id) !== id) return null;
  const { record, promise, proved } = found.receipt;
  if (proved.leaf === 'mediation') {
    const { period, language, size } = proved;
    const proof = await proofOf(writer, BigInt(found.facts.firstLeaf) + BigInt(proved.at));
    return { v: 1, record, promise, proved: { leaf: 'mediation', period, language, size, proof } };
  }
  const { index, path } = proved;
  const proof = await proofOf(writer, BigInt(found.facts.tallyLeaf));
  return { v: 1, record, promise, proved: { leaf: 'tally', tally: found.facts.tally, index, path, proof } };
}

/** Under the checkpoint that is published now. */
async function proofOf(writer: LogWriter, index: bigint): Promise<string> {
  const checkpoint = writer.checkpoint();
  const note = parseNote(checkpoint);
  const head = note.ok ? parseCheckpoint(note.value.text) : note;
  const size = head.ok ? head.value.size : writer.size();
  return formatProof({ extra: null, index, path: await writer.proof(index, size), checkpoint });
}

/** Nobody knows any more what was said. The commitments hold numbers that nobody can open. */
function outage({ id, pack, charter, request }: Intent, hour: string): Answered {
  const unknown = (): string => randomBytes(nonceSize).toString('base64');
  const record: AnswerRecord = {
    v: 1,
    id,
    ending: 'outage',
    pack,
    charter,
    commitments: { request, upstream: unknown(), delivered: unknown() },
    edits: [],
  };
  return { record, language: 'und', size: '0', hour };
}
