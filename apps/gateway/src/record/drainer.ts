import { type Journal, type LogWriter } from '@parlance/log/node';
import { planBatch } from './batch.ts';
import { hourOf } from './hour.ts';
import { entriesFrom } from './journal-stretch.ts';
import { type LeftByBatch, type ReceiptFiles } from './receipt-files.ts';

export interface DrainerOptions {
  readonly journal: Pick<Journal, 'read' | 'span' | 'truncateBefore'>;
  readonly writer: Pick<LogWriter, 'add' | 'cursor' | 'size'>;
  readonly receipts: ReceiptFiles;
  readonly now: () => Date;
  readonly random: (bound: number) => number;
  /** Told of each batch that is in the log, with the position of the journal up to which everything is. */
  readonly onBatch: (cursor: bigint) => void;
}

/** Moves answers from the journal into the log. */
export interface Drainer {
  /** Closes batches until nothing waits of what waited when it was called; one call at a time. Rejects when the log cannot be written; what waits is kept, and another drainer is needed. */
  drain(): Promise<void>;
}

/** The one writer of batches. The receipts of a batch are on the disk before its leaves are, so that no leaf is ever without them. */
export function createDrainer(options: DrainerOptions): Drainer {
  let left: LeftByBatch | null = null;
  return {
    async drain() {
      // What comes meanwhile is for the next call: many small batches would cost more and hide each answer among fewer.
      const { next: end } = await options.journal.span();
      while (options.writer.cursor() < end) {
        left ??= await options.receipts.leftAt(options.writer.cursor());
        const next = await closeBatch(options, left);
        if (next === null) return;
        left = next;
      }
    },
  };
}

/** What a batch leaves, or null when there was nothing to close. */
async function closeBatch(
  { journal, writer, receipts, now, random, onBatch }: DrainerOptions,
  left: LeftByBatch,
): Promise<LeftByBatch | null> {
  const from = writer.cursor();
  const hour = latest(left.hour, hourOf(now()));
  const batch = planBatch(await entriesFrom(journal, from), from, { open: left.open, hour, random });
  if (batch === null) return null;
  const firstLeaf = writer.size();
  await receipts.write(
    {
      from: String(from),
      to: String(batch.end),
      firstLeaf: String(firstLeaf),
      tallyLeaf: String(firstLeaf + BigInt(batch.leaves.length - 1)),
      tally: batch.tally,
      open: batch.open,
    },
    batch.receipts,
  );
  await writer.add(batch.leaves, { cursor: batch.end });
  onBatch(batch.end);
  await journal.truncateBefore(batch.end);
  return { open: batch.open, hour };
}

/** A clock that was put back puts nothing into a month that is over: whatever was told of it stays true. */
function latest(one: string, other: string): string {
  return one > other ? one : other;
}
