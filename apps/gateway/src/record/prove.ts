import { type AnswerPromise, type AnswerRecord, formatProof, parseCheckpoint, parseNote, type Receipt } from '@parlance/log';
import { type LogWriter } from '@parlance/log/node';
import { type ReceiptFiles } from './receipt-files.ts';
import { positionIn, receiptId } from './receipt-id.ts';

/** A receipt before the log has its answer. */
export function promisedReceipt(record: AnswerRecord, promise: AnswerPromise): Receipt {
  return { v: 1, record, promise, proved: null };
}

export interface ProofSources {
  readonly receipts: ReceiptFiles;
  readonly writer: LogWriter;
  /** A checkpoint that enough witnesses have cosigned; null when there is none. */
  readonly cosigned: Published | null;
}

/** The receipt of an answer that the log has, with a proof under the newest checkpoint that enough witnesses have cosigned, else under the one that is published; null for any other id. */
export async function provedReceipt(id: string, { receipts, writer, cosigned }: ProofSources): Promise<Receipt | null> {
  const position = positionIn(id);
  if (position === null || position >= writer.cursor()) return null;
  const found = await receipts.find(position);
  if (found === null || receiptId(position, found.receipt.record.id) !== id) return null;
  const { facts, receipt } = found;
  const { record, promise, proved } = receipt;
  if (proved.leaf === 'mediation') {
    const { leaf, at, ...context } = proved;
    const proof = await proofOf(writer, BigInt(facts.firstLeaf) + BigInt(at), cosigned);
    return { v: 1, record, promise, proved: { leaf, ...context, proof } };
  }
  const { index, path } = proved;
  const proof = await proofOf(writer, BigInt(facts.tallyLeaf), cosigned);
  return { v: 1, record, promise, proved: { leaf: 'tally', tally: facts.tally, index, path, proof } };
}

/** A checkpoint as it is published. */
export interface Published {
  /** Signed note. */
  readonly note: string;
  readonly size: bigint;
}

export function publishedBy(writer: Pick<LogWriter, 'checkpoint' | 'size'>): Published {
  const note = writer.checkpoint();
  const parsed = parseNote(note);
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  return { note, size: head.ok ? head.value.size : writer.size() };
}

/** The checkpoint may be replaced while the path is read, so the path is to the tree of this one. */
async function proofOf(writer: LogWriter, index: bigint, cosigned: Published | null): Promise<string> {
  const { note, size } = cosigned !== null && index < cosigned.size ? cosigned : publishedBy(writer);
  return formatProof({ extra: null, index, path: await writer.proof(index, size), checkpoint: note });
}
