import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { type Files } from '../files/files.ts';
import { type JournalEntry } from '../journal/journal.ts';
import { parseSegment } from '../journal/segment.ts';
import { firstOfSegmentName } from '../journal/segment-name.ts';
import { type ReportFault } from './audit-fault.ts';
import { type JournalAnswer, type JournalGroup, type JournalIntent, parseEntry } from './journal-entry.ts';

/** A journal as it lies on the disk. */
export interface AuditedJournal {
  /** The first position that is there, and the one after the last. What was before was dropped once it was in the log. */
  readonly first: bigint;
  readonly next: bigint;
  readonly intents: readonly JournalIntent[];
  readonly answers: readonly JournalAnswer[];
  readonly groups: readonly JournalGroup[];
}

export interface JournalPlace {
  readonly files: Files;
  readonly folder: string;
  readonly origin: string;
}

/** Reads every segment without owning the journal and without mending it. Null when it cannot be read, which is reported. The last write of a copy may be torn. */
export async function readJournal(place: JournalPlace, report: ReportFault): Promise<AuditedJournal | null> {
  try {
    return await readSegments(place, report);
  } catch (error) {
    const code = codeOf(error);
    if (code === null || !(error instanceof Error)) throw error;
    report({ path: 'journal', code, expected: 'the records that were written', received: error.message });
    return null;
  }
}

async function readSegments({ files, folder, origin }: JournalPlace, report: ReportFault): Promise<AuditedJournal | null> {
  const entries: JournalEntry[] = [];
  const starts = (await files.list(folder)).flatMap((name) => firstOfSegmentName(name) ?? []);
  let next = starts[0] ?? 0n;
  for (const [index, first] of starts.entries()) {
    if (first !== next) return gapAt(next, first, report);
    const path = join(folder, `${String(first).padStart(20, '0')}.journal`);
    const segment = parseSegment({ path, bytes: (await files.read(path)) ?? new Uint8Array(), shard: origin, first });
    if (segment.torn > 0 && index < starts.length - 1) return gapAt(segment.next, starts[index + 1] ?? segment.next, report);
    for (const group of segment.groups)
      entries.push(...group.records.map((record, place) => ({ position: group.first + BigInt(place), record })));
    next = segment.next;
  }
  return { first: starts[0] ?? 0n, next, ...sorted(entries, report) };
}

function gapAt(expected: bigint, received: bigint, report: ReportFault): null {
  report({ path: 'journal', code: 'journal_gap', expected: `records from position ${String(expected)}`, received: String(received) });
  return null;
}

function sorted(entries: readonly JournalEntry[], report: ReportFault): Pick<AuditedJournal, 'intents' | 'answers' | 'groups'> {
  const intents: JournalIntent[] = [];
  const answers: JournalAnswer[] = [];
  const groups: JournalGroup[] = [];
  let group: JournalAnswer[] = [];
  const endGroup = (): void => {
    for (const { position } of group)
      report({ path: pathOf(position), code: 'answer_unpromised', expected: 'a promise in the same write', received: 'none' });
    group = [];
  };
  for (const { position, record } of entries) {
    const entry = parseEntry(record);
    if (entry === null)
      report({
        path: pathOf(position),
        code: 'entry_malformed',
        expected: 'an intent, an answer or a promise',
        received: 'something else',
      });
    else if (entry.kind === 'answer') group.push({ position, answer: entry.answer });
    else if (entry.kind === 'promise') {
      groups.push({ position, note: entry.note, count: entry.answers, answers: group });
      answers.push(...group);
      group = [];
    } else {
      endGroup();
      intents.push({ position, intent: entry.intent });
    }
  }
  endGroup();
  return { intents, answers, groups };
}

export function pathOf(position: bigint): string {
  return `journal ${String(position)}`;
}

function codeOf(error: unknown): 'journal_corrupt' | 'journal_foreign' | null {
  const code: unknown = error instanceof CodedError ? error.code : null;
  return code === 'journal_corrupt' || code === 'journal_foreign' ? code : null;
}
