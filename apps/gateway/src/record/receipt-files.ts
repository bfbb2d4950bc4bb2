import { join } from 'node:path';
import { type AnswerPromise, type AnswerRecord, type LeafOf, type MediationContext } from '@parlance/log';
import { type Files, writeAtomically } from '@parlance/log/node';
import { type Intent } from './entry.ts';

/** A receipt without what changes with each checkpoint. */
export interface StoredReceipt {
  /** Of the answer in the journal, in decimal. */
  readonly position: string;
  readonly record: AnswerRecord;
  readonly promise: AnswerPromise;
  readonly proved:
    /** `at`: the place of its leaf among those of the batch. */
    | ({ readonly leaf: 'mediation'; readonly at: number } & MediationContext)
    | { readonly leaf: 'tally'; readonly index: number; readonly path: string };
}

/** What the receipts of one batch share. */
export interface BatchFacts {
  /** Positions of the journal, from and up to. */
  readonly from: string;
  readonly to: string;
  /** Position in the log of the first leaf of the batch; the tally is the last. */
  readonly firstLeaf: string;
  readonly tallyLeaf: string;
  readonly tally: LeafOf<'tally'>;
  readonly open: readonly Intent[];
}

/** What the next batch goes on from. */
export interface LeftByBatch {
  /** Intents without an answer so far. */
  readonly open: readonly Intent[];
  /** Of its tally; empty before the first batch. */
  readonly hour: string;
}

/** The receipts of every batch, one file each: a line of facts, then a line per receipt. The name is the position in the journal where the batch begins. */
export interface ReceiptFiles {
  /** Written before the batch is in the log; a file that was overtaken by a crash is written again. */
  write(facts: BatchFacts, receipts: readonly StoredReceipt[]): Promise<void>;
  /** The receipt of the answer at a position of the journal, or null. */
  find(position: bigint): Promise<{ readonly facts: BatchFacts; readonly receipt: StoredReceipt } | null>;
  /** What the batch that ends here left; of a cursor where none ends, what there is before the first. */
  leftAt(cursor: bigint): Promise<LeftByBatch>;
}

const beforeAll: LeftByBatch = { open: [], hour: '' };
const extension = '.receipts';
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export async function openReceiptFiles(files: Files, folder: string): Promise<ReceiptFiles> {
  await files.makeFolder(folder);
  const starts = (await files.list(folder))
    .filter((name) => /^\d+\.receipts$/.test(name))
    .map((name) => BigInt(name.slice(0, -extension.length)))
    .sort((left, right) => (left < right ? -1 : 1));
  const pathOf = (start: bigint): string => join(folder, `${String(start).padStart(20, '0')}${extension}`);
  const recent = new Map<bigint, Promise<readonly string[]>>();
  const read = (start: bigint): Promise<readonly string[]> => {
    const lines = recent.get(start) ?? linesOf(files, pathOf(start));
    // Whoever guesses ids makes nobody read a file again and again.
    recent.delete(start);
    recent.set(start, lines);
    lines.catch(() => recent.delete(start));
    const [oldest] = recent.keys();
    if (recent.size > mostRecent && oldest !== undefined) recent.delete(oldest);
    return lines;
  };
  return {
    async write(facts, receipts) {
      const start = BigInt(facts.from);
      const lines = [facts, ...receipts].map((line) => JSON.stringify(line));
      await writeAtomically(files, { path: pathOf(start), temporary: join(folder, 'temporary'), bytes: encoder.encode(lines.join('\n')) });
      recent.delete(start);
      if (starts.at(-1) !== start) starts.push(start);
    },
    async find(position) {
      const start = lastUpTo(starts, position);
      if (start === null) return null;
      const [head, ...lines] = await read(start);
      if (head === undefined) return null;
      const line = lines.find((each) => each.startsWith(`{"position":"${String(position)}"`));
      return line === undefined ? null : { facts: JSON.parse(head) as BatchFacts, receipt: JSON.parse(line) as StoredReceipt };
    },
    async leftAt(cursor) {
      const start = lastUpTo(starts, cursor - 1n);
      if (start === null) return beforeAll;
      const [head] = await read(start);
      const facts = head === undefined ? null : (JSON.parse(head) as BatchFacts);
      return facts?.to === String(cursor) ? { open: facts.open, hour: facts.tally.period } : beforeAll;
    },
  };
}

/** Batches whose receipts are kept in memory. */
const mostRecent = 4;

async function linesOf(files: Files, path: string): Promise<readonly string[]> {
  const bytes = await files.read(path);
  return bytes === null ? [] : decoder.decode(bytes).split('\n');
}

/** By halves: a busy log has thousands of batches a day. */
function lastUpTo(starts: readonly bigint[], position: bigint): bigint | null {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0n) <= position) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1] ?? null;
}
