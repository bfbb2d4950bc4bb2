import { join } from 'node:path';
import { type VerifierKey } from '../../note/index.ts';
import { type ReportFault } from './audit-fault.ts';
import { type AuditShardOptions } from './audit-shard.ts';
import { type AuditedReceipt } from './batch-file.ts';
import { type BatchFile, checkChain, listBatchFiles, readReceipts } from './batch-files.ts';
import { intentChecks } from './check-intents.ts';
import { checkJournal, type JournalAnswers, journalAnswers } from './check-journal.ts';
import { type PromiseReader, promiseReader } from './check-promise.ts';
import { checkReceipts } from './check-receipts.ts';
import { type LeafBatch } from './leaf-batches.ts';
import { type AuditedJournal, readJournal } from './read-journal.ts';
import { type NotChecked } from './shard-audit.ts';

export interface AuditOptions extends AuditShardOptions {
  readonly size: bigint;
  readonly key: VerifierKey;
  /** Position of the journal before which everything is in the tree; null where the tree does not say. */
  readonly cursor: bigint | null;
  readonly report: ReportFault;
  readonly skip: (part: NotChecked) => void;
}

/** What the operator keeps beside the tree: receipts and journal. */
export interface BatchEvidence {
  /** The receipts of the batch, as far as they can be read. */
  inBatch(leaves: LeafBatch): Promise<readonly AuditedReceipt[]>;
  /** After the last batch, with the positions of all tallies. */
  end(tallies: readonly bigint[]): Promise<void>;
}

/** Null where there are no receipts. What is missing is told. */
export async function batchEvidence(options: AuditOptions): Promise<BatchEvidence | null> {
  const { files, home, report, skip } = options;
  const names = home === null ? [] : await files.list(home);
  const promiseOf = promiseReader(options.key, report);
  const journal =
    home !== null && names.includes('journal')
      ? await readJournal({ files, folder: join(home, 'journal'), origin: options.key.name }, report)
      : null;
  if (journal === null) skip({ part: 'journal', why: names.includes('journal') ? 'it cannot be read' : 'there is none' });
  if (home !== null && names.includes('receipts')) return evidenceIn(join(home, 'receipts'), { ...options, promiseOf, journal });
  skip({ part: 'receipts', why: 'there are none, so nothing shows that the tallies count every answer' });
  return null;
}

interface EvidenceOptions extends AuditOptions {
  readonly promiseOf: PromiseReader;
  readonly journal: AuditedJournal | null;
}

async function evidenceIn(folder: string, options: EvidenceOptions): Promise<BatchEvidence> {
  const { files, journal, promiseOf, report, cursor, now } = options;
  const place = { files, folder, cursor };
  let isBroken = false;
  const list = await listBatchFiles(place, (fault) => {
    isBroken = true;
    report(fault);
  });
  const byTally = new Map(list.map((file) => [file.tallyLeaf, file]));
  const answers = journal === null ? null : journalAnswers(journal, report);
  const intents = intentChecks({ journal, promiseOf, report });
  const seen = new Set<string>();
  const read: BatchFile[] = [];
  return {
    async inBatch(leaves) {
      const file = byTally.get(leaves.tally.position);
      const receipts = file === undefined ? null : await readReceipts(place, file, report);
      if (file === undefined || receipts === null) return [];
      read.push(file);
      await checkReceipts({ file, receipts, leaves }, { report, promiseOf, seen });
      answers?.inBatch(receipts);
      await intents.inBatch(file, receipts);
      return receipts;
    },
    async end(tallies) {
      checkChain({ files: list, tallies, cursor, isBroken }, report);
      await intents.end(now);
      if (journal === null || answers === null) return;
      const end = cursor ?? list.at(-1)?.to ?? 0n;
      await checkJournal(journal, readable(answers, read, end), { report, promiseOf, cursor: end, now });
    },
  };
}

/** The answers of a batch whose file is missing or broken cannot be looked up; the file has been named. */
function readable(answers: JournalAnswers, read: readonly BatchFile[], end: bigint): ReturnType<JournalAnswers['rest']> {
  return answers.rest().filter(({ position }) => position >= end || read.some(({ from, to }) => from <= position && position < to));
}
