import { canonicalJson } from '@parlance/core';
import { encodeBase64 } from '../../encoding/base64.ts';
import { mediationBytes } from '../../receipt/mediation.ts';
import { groupOf } from '../../receipt/promise.ts';
import { type AnswerRecord } from '../../receipt/record.ts';
import { sameBytes } from '../../tree/index.ts';
import { type AuditFaultCode, type ReportFault } from './audit-fault.ts';
import { type AuditedReceipt } from './batch-file.ts';
import { type BatchFile } from './batch-files.ts';
import { isPromised, type PromiseReader } from './check-promise.ts';
import { countsOf, differencesOf, tallyPath } from './check-tally.ts';
import { type LeafBatch } from './leaf-batches.ts';

export interface BatchReceipts {
  readonly file: BatchFile;
  readonly receipts: readonly AuditedReceipt[];
  readonly leaves: LeafBatch;
}

export interface ReceiptChecks {
  readonly report: ReportFault;
  readonly promiseOf: PromiseReader;
  /** Ids of all answers of earlier batches. */
  readonly seen: Set<string>;
}

/** Holds the receipts of one batch against its leaves: every record in the tally, every leaf made of a record, every promise kept. */
export async function checkReceipts(batch: BatchReceipts, { report, promiseOf, seen }: ReceiptChecks): Promise<void> {
  const { file, receipts, leaves } = batch;
  const { tally, isBroken } = leaves;
  if (canonicalJson(file.tally) !== canonicalJson(tally.leaf))
    report({
      path: `receipts/${file.name}`,
      code: 'receipts_tally_differs',
      expected: `the tally of leaf ${String(tally.position)}`,
      received: 'another',
    });
  checkPositions(batch, report);
  const isRootRight = checkCounts(batch, report);
  if (!isBroken) checkLeaves(batch, report);
  const { pathOf } = isRootRight ? groupOf(receipts.map((each) => each.record)) : { pathOf: () => null };
  for (const [index, receipt] of receipts.entries()) {
    const path = receiptPath(receipt);
    if (seen.has(receipt.record.id))
      report({ path, code: 'record_twice', expected: 'an answer that is in no batch yet', received: 'the same id again' });
    seen.add(receipt.record.id);
    const { proved } = receipt;
    const way = pathOf(index);
    if (proved.leaf === 'tally' && way !== null && (proved.index !== index || proved.path !== way))
      report({ path, code: 'receipt_path', expected: `the way from record ${index} to the root of the tally`, received: 'another' });
    await checkPromise(receipt, tally.leaf.period, { report, promiseOf });
  }
}

export function receiptPath({ position, record }: Pick<AuditedReceipt, 'position' | 'record'>): string {
  return `receipt ${String(position)}.${record.id}`;
}

/** An answer that was changed, or that ended otherwise than done. */
function isChanged({ edits, ending }: AnswerRecord): boolean {
  return edits.length > 0 || ending !== 'done';
}

function checkPositions({ file, receipts, leaves }: BatchReceipts, report: ReportFault): void {
  const first = leaves.mediations[0]?.position ?? leaves.tally.position;
  if (file.firstLeaf !== first && !leaves.isBroken)
    report({
      path: `receipts/${file.name}`,
      code: 'receipt_position',
      expected: `the first leaf ${String(first)}`,
      received: String(file.firstLeaf),
    });
  let least = file.from;
  for (const receipt of receipts) {
    const { position } = receipt;
    if (position < least || position >= file.to)
      report({
        path: receiptPath(receipt),
        code: 'receipt_position',
        expected: `${String(least)} to ${String(file.to - 1n)}`,
        received: String(position),
      });
    else least = position + 1n;
  }
}

/** Whether the tally commits to these records; what else it tells of them is compared too. */
function checkCounts({ receipts, leaves }: BatchReceipts, report: ReportFault): boolean {
  const { leaf, position } = leaves.tally;
  const path = tallyPath(position);
  const records = receipts.map((receipt) => receipt.record);
  const changed = records.filter(isChanged);
  const tell = (code: AuditFaultCode, expected: string, received: string): void => {
    report({ path, code, expected: `${expected}, as its receipts have`, received });
  };
  if (leaf.answers !== records.length) tell('tally_answers', String(records.length), String(leaf.answers));
  if (leaf.changed !== changed.length) tell('tally_changed', String(changed.length), String(leaf.changed));
  if (leaf.answers === records.length)
    for (const { code, expected, received } of differencesOf(leaf, countsOf(changed), records.length - changed.length))
      tell(code, expected, received);
  const root = records.length === 0 ? '' : encodeBase64(groupOf(records).root);
  if (leaf.root !== root) tell('tally_root', 'the root of its records', 'another root');
  return leaf.root === root;
}

/** Each changed record has one leaf, which tells exactly what the record does; each leaf has one record. */
function checkLeaves({ receipts, leaves }: BatchReceipts, report: ReportFault): void {
  const claimed = new Set<number>();
  for (const receipt of receipts) {
    const { proved, record } = receipt;
    const path = receiptPath(receipt);
    const kind = isChanged(record) ? 'mediation' : 'tally';
    if (proved.leaf !== kind) report({ path, code: 'receipt_kind', expected: `a proof by its ${kind} leaf`, received: proved.leaf });
    if (proved.leaf !== 'mediation') continue;
    const leaf = leaves.mediations[proved.at];
    if (claimed.has(proved.at))
      report({ path, code: 'leaf_claimed_twice', expected: 'a leaf of its own', received: `place ${proved.at} again` });
    else if (leaf === undefined || !sameBytes(leaf.bytes, mediationBytes(record, proved)))
      report({
        path,
        code: 'leaf_differs',
        expected: `leaf ${leaf === undefined ? 'of its own' : String(leaf.position)} as the record has it`,
        received: 'another leaf',
      });
    claimed.add(proved.at);
  }
  for (const [place, { position }] of leaves.mediations.entries()) {
    if (!claimed.has(place)) report({ path: `leaf ${String(position)}`, code: 'leaf_unclaimed', expected: 'a record', received: 'none' });
  }
}

async function checkPromise(receipt: AuditedReceipt, period: string, { report, promiseOf }: Omit<ReceiptChecks, 'seen'>): Promise<void> {
  const path = receiptPath(receipt);
  const terms = await promiseOf(receipt.promise.note, path);
  if (terms === null) return;
  if (!isPromised(receipt.record, receipt.promise, terms))
    report({ path, code: 'promise_root', expected: 'a promise of this record', received: 'one of others' });
  const closed = BigInt(Date.parse(`${period.slice(0, 13)}:00:00Z`) / 1000);
  if (terms.deadline < closed)
    report({ path, code: 'promise_late', expected: `in the log by ${String(terms.deadline)}`, received: `a batch of ${period}` });
}
