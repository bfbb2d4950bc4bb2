import { type Receipt } from '@parlance/log';
import { receiptId } from './receipt-id.ts';
import { promisedReceipt } from './prove.ts';
import { type Answered } from './entry.ts';
import { type Promised } from './recorder.ts';

/** Receipts of answers that are promised and not yet in the log. */
export interface UnprovedReceipts {
  add(answer: Pick<Answered, 'record'>, promised: Pick<Promised, 'position' | 'promise'>): void;
  get(id: string): Receipt | null;
  /** Up to this position of the journal everything is in the log. */
  forget(cursor: bigint): void;
}

/** While the log cannot be written, receipts of the newest answers are given; those before them were told with their answer, and are there again when the log has them. */
const most = 50_000;

export function createUnprovedReceipts(): UnprovedReceipts {
  /** By id, in the order of the journal. */
  const receipts = new Map<string, { readonly position: bigint; readonly receipt: Receipt }>();
  return {
    add({ record }, { position, promise }) {
      receipts.set(receiptId(position, record.id), { position, receipt: promisedReceipt(record, promise) });
      const [oldest] = receipts.keys();
      if (receipts.size > most && oldest !== undefined) receipts.delete(oldest);
    },
    get: (id) => receipts.get(id)?.receipt ?? null,
    forget(cursor) {
      for (const [id, { position }] of receipts) {
        if (position >= cursor) return;
        receipts.delete(id);
      }
    },
  };
}
