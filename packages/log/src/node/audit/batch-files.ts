import { join } from 'node:path';
import { type Files } from '../files/files.ts';
import { type ReportFault } from './audit-fault.ts';
import { type AuditedFacts, type AuditedReceipt, parseFacts, parseReceiptLine } from './batch-file.ts';

export interface BatchFile extends AuditedFacts {
  readonly name: string;
}

export interface BatchFolder {
  readonly files: Files;
  readonly folder: string;
  /** Up to which position of the journal everything is in the tree; null when the tree does not say. */
  readonly cursor: bigint | null;
}

/** The first line of each file of receipts, in the order of the journal. A file is written before its batch is in the tree, so one that begins at the cursor is of a batch under way. */
export async function listBatchFiles({ files, folder, cursor }: BatchFolder, report: ReportFault): Promise<readonly BatchFile[]> {
  const found: BatchFile[] = [];
  for (const name of (await files.list(folder)).filter((each) => /^\d{1,20}\.receipts$/.test(each))) {
    const facts = parseFacts((await linesOf(files, join(folder, name)))[0] ?? '');
    if (facts === null || name !== `${String(facts.from).padStart(20, '0')}.receipts` || facts.to <= facts.from) {
      report({
        path: `receipts/${name}`,
        code: 'receipts_malformed',
        expected: 'facts of a batch that begins where the name says',
        received: 'something else',
      });
    } else if (cursor === null || facts.from < cursor) found.push({ name, ...facts });
  }
  return found;
}

/** The receipts of one file; null when a line is none, which is reported. */
export async function readReceipts(
  { files, folder }: Pick<BatchFolder, 'files' | 'folder'>,
  { name }: BatchFile,
  report: ReportFault,
): Promise<readonly AuditedReceipt[] | null> {
  const receipts = (await linesOf(files, join(folder, name))).slice(1).map(parseReceiptLine);
  const read = receipts.filter((receipt) => receipt !== null);
  if (read.length === receipts.length) return read;
  const line = receipts.indexOf(null) + 2;
  report({ path: `receipts/${name}:${line}`, code: 'receipts_malformed', expected: 'a receipt', received: 'something else' });
  return null;
}

async function linesOf(files: Files, path: string): Promise<readonly string[]> {
  const bytes = await files.read(path);
  return bytes === null ? [] : new TextDecoder().decode(bytes).split('\n');
}

export interface BatchChain {
  readonly files: readonly BatchFile[];
  /** Positions of the tallies that are in the tree. */
  readonly tallies: readonly bigint[];
  readonly cursor: bigint | null;
  /** Some file was malformed and is named already: its place is a gap, and its tally has none. */
  readonly isBroken: boolean;
}

/** Every tally has its file, every file its tally, and together they cover the journal from its first position up to the cursor, each position once. */
export function checkChain({ files, tallies, cursor, isBroken }: BatchChain, report: ReportFault): void {
  const isMissing = checkFileOfEach(tallies, isBroken ? null : files, report);
  const known = new Set(tallies);
  for (const { name, tallyLeaf } of files) {
    if (known.has(tallyLeaf)) continue;
    const expected = `a tally at leaf ${String(tallyLeaf)}`;
    report({ path: `receipts/${name}`, code: 'receipts_without_tally', expected, received: 'none' });
  }
  const isWhole = !isMissing && !isBroken;
  const end = checkSpans(files, isWhole, report);
  if (cursor === null || cursor === end || !isWhole) return;
  const expected = `the end of the last batch, ${String(end)}`;
  report({ path: 'tree/.state/treeState', code: 'cursor_differs', expected, received: String(cursor) });
}

/** Whether some tally has no file. */
function checkFileOfEach(tallies: readonly bigint[], files: readonly BatchFile[] | null, report: ReportFault): boolean {
  if (files === null) return true;
  const byTally = new Set(files.map(({ tallyLeaf }) => tallyLeaf));
  const missing = tallies.filter((position) => !byTally.has(position));
  for (const position of missing)
    report({ path: `tally ${String(position)}`, code: 'receipts_missing', expected: 'a file of receipts', received: 'none' });
  return missing.length > 0;
}

/** The position after the last. A gap is told only when no file is missing that could fill it. */
function checkSpans(files: readonly BatchFile[], isWhole: boolean, report: ReportFault): bigint {
  let end = 0n;
  for (const { name, from, to } of files) {
    const where = { path: `receipts/${name}`, expected: `positions from ${String(end)}`, received: String(from) };
    if (from < end) report({ ...where, code: 'receipts_overlap' });
    if (from > end && isWhole) report({ ...where, code: 'receipts_gap' });
    end = to > end ? to : end;
  }
  return end;
}
