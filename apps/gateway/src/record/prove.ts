import { type AnswerPromise, type AnswerRecord, formatProof, parseCheckpoint, parseNote, type Receipt } from '@parlance/log';
import { type LogWriter } from '@parlance/log/node';
import { type ReceiptFiles } from './receipt-files.ts';
import { positionIn, receiptId } from './receipt-id.ts';

/** A receipt before the log has its answer. */
export function promisedReceipt(record: AnswerRecord, promise: AnswerPromise): Receipt {
  return { v: 1, record, promise, proved: null };
}

/** The receipt of an answer that the log has, with a proof under the checkpoint that is published now; null for any other id. */
export async function provedReceipt(id: string, receipts: ReceiptFiles, writer: LogWriter): Promise<Receipt | null> {
  const position = positionIn(id);
  if (position === null || position >= writer.cursor()) return null;
  const found = await receipts.find(position);
  if (found === null || receiptId(position, found.receipt.record.id) !== id) return null;
  const { facts, receipt } = found;
  const { record, promise, proved } = receipt;
  if (proved.leaf === 'mediation') {
    const { period, language, size } = proved;
    const proof = await proofOf(writer, BigInt(facts.firstLeaf) + BigInt(proved.at));
    return { v: 1, record, promise, proved: { leaf: 'mediation', period, language, size, proof } };
  }
  const { index, path } = proved;
  const proof = await proofOf(writer, BigInt(facts.tallyLeaf));
  return { v: 1, record, promise, proved: { leaf: 'tally', tally: facts.tally, index, path, proof } };
}

/** The checkpoint may be replaced while the path is read, so the path is to the tree of this one. */
async function proofOf(writer: LogWriter, index: bigint): Promise<string> {
  const checkpoint = writer.checkpoint();
  const note = parseNote(checkpoint);
  const head = note.ok ? parseCheckpoint(note.value.text) : note;
  const size = head.ok ? head.value.size : writer.size();
  return formatProof({ extra: null, index, path: await writer.proof(index, size), checkpoint });
}
