import { type Journal, type LogWriter } from '@parlance/log/node';
import { planBatch } from './batch.ts';
import { type Intent } from './entry.ts';
import { hourOf } from './hour.ts';
import { entriesFrom } from './journal-stretch.ts';
import { type ReceiptFiles } from './receipt-files.ts';

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
  let open: readonly Intent[] | null = null;
  return {
    async drain() {
      // What comes meanwhile is for the next call: many small batches would cost more and hide each answer among fewer.
      const { next: end } = await options.journal.span();
      while (options.writer.cursor() < end) {
        open ??= await options.receipts.openAt(options.writer.cursor());
        const next = await closeBatch(options, open);
        if (next === null) return;
        open = next;
      }
    },
  };
}

/** The intents that are open after a batch, or null when there was nothing to close. */
async function closeBatch(
  { journal, writer, receipts, now, random, onBatch }: DrainerOptions,
  open: readonly Intent[],
): Promise<readonly Intent[] | null> {
  const from = writer.cursor();
  const batch = planBatch(await entriesFrom(journal, from), from, { open, hour: hourOf(now()), random });
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
  return batch.open;
}
