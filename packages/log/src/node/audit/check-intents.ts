import { canonicalJson } from '@parlance/core';
import { type AnswerRecord } from '../../receipt/record.ts';
import { type ReportFault } from './audit-fault.ts';
import { type AuditedIntent, type AuditedReceipt } from './batch-file.ts';
import { type BatchFile } from './batch-files.ts';
import { type PromiseReader } from './check-promise.ts';
import { type AuditedJournal, pathOf } from './read-journal.ts';

interface OpenIntent {
  readonly intent: AuditedIntent;
  /** Of a promise that was given after it: what is still open then was forgotten. Null while none is known. */
  readonly deadline: bigint | null;
}

export interface IntentChecks {
  /** A batch and its receipts, in the order of the journal. */
  inBatch(file: BatchFile, receipts: readonly AuditedReceipt[]): Promise<void>;
  /** `now`: POSIX seconds. */
  end(now: bigint): Promise<void>;
}

export interface IntentSources {
  readonly journal: AuditedJournal | null;
  readonly promiseOf: PromiseReader;
  readonly report: ReportFault;
}

/** Whatever was about to be asked ends in an answer: each intent is answered, or open and carried on from batch to batch. */
export function intentChecks({ journal, promiseOf, report }: IntentSources): IntentChecks {
  let open = new Map<string, OpenIntent>();
  /** Up to where the journal was followed. */
  let end = 0n;
  const asked = [...(journal?.intents ?? [])].reverse();
  const follow = (to: bigint, records: readonly AnswerRecord[]): void => {
    for (let next = asked.at(-1); next !== undefined && next.position < to; next = asked.at(-1)) {
      if (next.position >= end) open.set(next.intent.id, { intent: next.intent, deadline: null });
      asked.pop();
    }
    const isKnown = journal !== null && journal.first <= end && journal.next >= to;
    for (const record of records) {
      checkAnswer(record, open.get(record.id)?.intent ?? null, { isKnown, report });
      open.delete(record.id);
    }
    end = to;
  };
  return {
    async inBatch({ name, from, to, open: told }, receipts) {
      const path = `receipts/${name}`;
      const carried = new Map(open);
      if (from === end) {
        follow(
          to,
          receipts.map(({ record }) => record),
        );
        for (const id of open.keys())
          if (told.every((intent) => intent.id !== id))
            report({ path, code: 'intent_lost', expected: `the intent ${id} among the open ones`, received: 'none' });
      }
      const [first] = receipts;
      const deadline = first === undefined ? null : ((await promiseOf(first.promise.note, path))?.deadline ?? null);
      const deadlineOf = ({ id }: AuditedIntent): bigint | null => (carried.has(id) ? (carried.get(id)?.deadline ?? deadline) : null);
      open = new Map(told.map((intent) => [intent.id, { intent, deadline: deadlineOf(intent) }]));
      end = to;
    },
    async end(now) {
      if (journal !== null && journal.next > end)
        follow(
          journal.next,
          journal.answers.filter(({ position }) => position >= end).map(({ answer }) => answer.record),
        );
      for (const [id, { deadline }] of open) {
        const after = deadline ?? (await deadlineAfter(id));
        if (after === null || after >= now) continue;
        const expected = `an answer before ${String(after)}, when a promise that was given after it was due`;
        report({ path: `intent ${id}`, code: 'intent_unsettled', expected, received: 'none' });
      }
    },
  };
  async function deadlineAfter(id: string): Promise<bigint | null> {
    const position = journal?.intents.find(({ intent }) => intent.id === id)?.position;
    const group = position === undefined ? undefined : journal?.groups.find((each) => each.position > position);
    return group === undefined ? null : ((await promiseOf(group.note, pathOf(group.position)))?.deadline ?? null);
  }
}

interface Known {
  /** The journal was followed from where this answer could have been asked, so its intent must be known. */
  readonly isKnown: boolean;
  readonly report: ReportFault;
}

function checkAnswer({ id, pack, charter, commitments }: AnswerRecord, intent: AuditedIntent | null, { isKnown, report }: Known): void {
  const path = `answer ${id}`;
  if (intent === null) {
    if (isKnown) report({ path, code: 'intent_missing', expected: 'an intent before it', received: 'none' });
  } else if (canonicalJson({ ...intent }) !== canonicalJson({ id, pack, charter, request: commitments.request }))
    report({ path, code: 'intent_differs', expected: 'pack, charter and question of its intent', received: 'others' });
}
