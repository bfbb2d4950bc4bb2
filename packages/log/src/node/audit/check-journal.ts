import { canonicalJson } from '@parlance/core';
import { groupOf } from '../../receipt/promise.ts';
import { sameBytes } from '../../tree/index.ts';
import { type ReportFault } from './audit-fault.ts';
import { type AuditedReceipt } from './batch-file.ts';
import { type PromiseReader } from './check-promise.ts';
import { receiptPath } from './check-receipts.ts';
import { type JournalAnswer, type JournalGroup } from './journal-entry.ts';
import { type AuditedJournal, pathOf } from './read-journal.ts';

export interface JournalChecks {
  readonly report: ReportFault;
  readonly promiseOf: PromiseReader;
  /** Everything before it is in the tree. */
  readonly cursor: bigint;
  /** POSIX seconds. */
  readonly now: bigint;
}

/** Holds the receipts of the batches, one after the other, against the answers that the journal still has. */
export interface JournalAnswers {
  inBatch(receipts: readonly AuditedReceipt[]): void;
  /** The answers that no batch had. */
  rest(): readonly JournalAnswer[];
}

export function journalAnswers(journal: AuditedJournal, report: ReportFault): JournalAnswers {
  const answers = new Map(journal.answers.map((each) => [each.position, each]));
  return {
    inBatch(receipts) {
      for (const receipt of receipts.filter(({ position }) => position >= journal.first && position < journal.next)) {
        const found = answers.get(receipt.position);
        answers.delete(receipt.position);
        if (found !== undefined) compare(receipt, found, report);
        else
          report({
            path: receiptPath(receipt),
            code: 'receipt_not_in_journal',
            expected: `an answer at position ${String(receipt.position)}`,
            received: 'none',
          });
      }
    },
    rest: () => [...answers.values()],
  };
}

function compare(receipt: AuditedReceipt, { position, answer }: JournalAnswer, report: ReportFault): void {
  const { proved, record } = receipt;
  const path = receiptPath(receipt);
  if (canonicalJson(record) !== canonicalJson(answer.record)) {
    report({ path, code: 'record_differs', expected: `the record of position ${String(position)}`, received: 'another' });
    return;
  }
  if (proved.leaf !== 'mediation') return;
  const kept = [answer.language, answer.sector ?? 'no sector', answer.size];
  const told = [proved.language, proved.sector, proved.size].map((value, place) => value ?? kept[place]);
  if (told.join(' ') !== kept.join(' '))
    report({ path, code: 'context_differs', expected: `${kept.join(', ')}, or null`, received: told.join(', ') });
}

/** The journal as such: it reaches the cursor, every promise holds, and every answer is in a batch or still in time. */
export async function checkJournal(journal: AuditedJournal, rest: readonly JournalAnswer[], checks: JournalChecks): Promise<void> {
  const { report, cursor } = checks;
  if (journal.next < cursor)
    report({
      path: 'journal',
      code: 'journal_rolled_back',
      expected: `records up to position ${String(cursor)}`,
      received: String(journal.next),
    });
  if (journal.first > cursor)
    report({ path: 'journal', code: 'journal_gap', expected: `records from position ${String(cursor)}`, received: String(journal.first) });
  for (const { position, answer } of rest.filter((each) => each.position < cursor)) {
    const expected = `the answer ${answer.record.id} in a batch before position ${String(cursor)}`;
    report({ path: pathOf(position), code: 'answer_not_in_batch', expected, received: 'none' });
  }
  for (const group of journal.groups) await checkGroup(group, checks);
}

async function checkGroup(
  { position, note, count, answers }: JournalGroup,
  { report, promiseOf, cursor, now }: JournalChecks,
): Promise<void> {
  const path = pathOf(position);
  const terms = await promiseOf(note, path);
  if (terms === null) return;
  const { records, root, deadline } = terms;
  const isWhole = answers.length > 0 && records === BigInt(answers.length) && count === answers.length;
  if (!isWhole || !sameBytes(root, groupOf(answers.map(({ answer }) => answer.record)).root)) {
    const received = `another root, or ${String(records)}`;
    report({ path, code: 'promise_root', expected: `the root of the ${answers.length} records before it`, received });
  }
  if (deadline >= now) return;
  for (const each of answers.filter((answer) => answer.position >= cursor)) {
    const expected = `the answer ${each.answer.record.id} in the log by ${String(deadline)}`;
    report({ path: pathOf(each.position), code: 'promise_broken', expected, received: 'none' });
  }
}
