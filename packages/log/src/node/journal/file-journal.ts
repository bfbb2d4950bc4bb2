import { dirname, join } from 'node:path';
import { type Files, type OpenFile } from '../files/files.ts';
import { type FolderLock, type LockOptions, lockFolder } from '../lock/folder-lock.ts';
import { logFault } from '../log-fault.ts';
import { groupCommit } from './group-commit.ts';
import { type Journal, type JournalEntry, type JournalSpan, largestAppend, largestRecord } from './journal.ts';
import { encodeGroup, type RecordGroup } from './record-group.ts';
import { type ActiveSegment, lost, recoverSegments, type SegmentFolder, startSegment, type TornTail } from './recover-segments.ts';
import { saltSize } from './segment-header.ts';
import { segmentName } from './segment-name.ts';
import { corrupt, parseSegment } from './segment.ts';

export interface FileJournalOptions extends Pick<LockOptions, 'owner' | 'takeOver'> {
  readonly files: Files;
  /** Its own folder, which is made inside one that is there. */
  readonly folder: string;
  /** Which log the records are for. A journal of another shard is refused. */
  readonly shard: string;
  readonly randomBytes: (size: number) => Uint8Array;
  /** A segment that is larger gets no more records. */
  readonly segmentBytes?: number;
  /** A position that is known to be acknowledged; a journal that does not reach it was rolled back, and is refused. */
  readonly knownNext?: bigint;
}

export interface OpenedJournal {
  readonly journal: Journal;
  /** Worth a line in the operator's log; null after an orderly close. */
  readonly torn: TornTail | null;
}

/**
 * A journal in files: segments `<first position>.journal`, each a header (`segment-header.ts`) and groups (`record-group.ts`).
 * Throws `log_owned`, `journal_corrupt`, `journal_foreign`, `journal_rolled_back` and the `disk_...` codes.
 */
export async function openFileJournal(options: FileJournalOptions): Promise<OpenedJournal> {
  const { files, folder } = options;
  await files.makeFolder(folder);
  await files.syncFolder(dirname(folder));
  const lock = await lockFolder(options);
  try {
    return await openLocked(options, lock);
  } catch (error) {
    await lock.release().catch(() => undefined);
    throw error;
  }
}

async function openLocked(options: FileJournalOptions, lock: FolderLock): Promise<OpenedJournal> {
  const { files, folder, shard, randomBytes, segmentBytes = 16 * 1_048_576, knownNext = 0n } = options;
  const place = { files, folder, shard, lock };
  const found = await recoverSegments(place);
  const next = found?.next ?? 0n;
  if (next < knownNext) {
    throw logFault({
      ...{ code: 'journal_rolled_back', path: folder, expected: `records up to position ${String(knownNext)}`, received: String(next) },
      remedy: 'restore the newest copy of the journal; opening this one would give positions out twice',
    });
  }
  const active = found?.active ?? (await startSegment(place, { first: 0n, salt: randomBytes(saltSize) }));
  const file = await files.open(active.path);
  const state: JournalState = {
    ...place,
    segmentBytes,
    randomBytes,
    active,
    file,
    starts: [...(found?.starts ?? [0n])],
    next,
    isClosed: false,
  };
  return { journal: journalOf(state), torn: found?.torn ?? null };
}

interface JournalState extends SegmentFolder {
  readonly segmentBytes: number;
  readonly randomBytes: (size: number) => Uint8Array;
  active: ActiveSegment;
  file: OpenFile;
  /** First positions of all segments, in order; the last one is the active segment's. */
  starts: bigint[];
  next: bigint;
  isClosed: boolean;
}

function journalOf(state: JournalState): Journal {
  const commits = groupCommit({ write: (records) => writeGroup(state, records), stopped: (cause) => stopped(state.folder, cause) });
  return {
    async append(records) {
      if (state.isClosed) throw closed(state.folder);
      refuseTooLarge(state.folder, records);
      return records.length === 0 ? [] : commits.add(records);
    },
    read: (from) => readRecords(state, from),
    span: () => Promise.resolve({ first: state.starts[0] ?? 0n, next: state.next }),
    truncateBefore: (position) => (state.isClosed ? Promise.reject(closed(state.folder)) : dropSegments(state, position)),
    async close() {
      if (state.isClosed) return;
      state.isClosed = true;
      await commits.idle();
      try {
        if (!commits.hasFailed()) await writeMark(state);
        await state.file.close();
      } finally {
        await state.lock.release();
      }
    },
  };
}

async function writeGroup(state: JournalState, records: readonly Uint8Array[]): Promise<bigint> {
  const first = state.next;
  if (state.active.size >= state.segmentBytes) await rotate(state);
  const bytes = encodeGroup({ first, records }, state.active.salt);
  await state.file.append(bytes);
  await state.file.sync();
  // A new owner takes the lock before it copies the segment: what is synced while the lock is held is in its copy.
  if (!(await state.lock.isHeld())) throw lost(state.folder);
  state.active = { ...state.active, size: state.active.size + bytes.length };
  state.next = first + BigInt(records.length);
  return first;
}

async function rotate(state: JournalState): Promise<void> {
  const active = await startSegment(state, { first: state.next, salt: state.randomBytes(saltSize) });
  const file = await state.files.open(active.path);
  await state.file.close();
  state.active = active;
  state.file = file;
  state.starts.push(state.next);
}

/** After this mark, damage to the last records is told from a torn write. */
async function writeMark(state: JournalState): Promise<void> {
  await state.file.append(encodeGroup({ first: state.next, records: [] }, state.active.salt));
  await state.file.sync();
}

async function* readRecords(state: JournalState, from: bigint): AsyncIterable<JournalEntry> {
  const end = state.next;
  if (state.isClosed) throw closed(state.folder);
  if (from < (state.starts[0] ?? 0n)) throw unknownPosition(state, from);
  const spans = state.starts.map((first, index) => ({ first, next: state.starts[index + 1] ?? end }));
  for (const span of spans.filter(({ next }) => next > from)) {
    for (const group of await groupsOf(state, span)) {
      for (const [index, record] of group.records.entries()) {
        const position = group.first + BigInt(index);
        if (position >= from && position < end) yield { position, record };
      }
    }
  }
}

async function groupsOf({ files, folder, shard }: JournalState, { first, next }: JournalSpan): Promise<readonly RecordGroup[]> {
  const path = join(folder, segmentName(first));
  const bytes = await files.read(path);
  if (bytes === null) throw corrupt({ path, expected: `records from position ${String(first)}`, received: 'no such file' });
  const segment = parseSegment({ path, bytes, shard, first });
  // While a write is under way the file ends in half a group; what was acknowledged stands before it.
  if (segment.next < next) throw corrupt({ path, expected: `records up to position ${String(next)}`, received: String(segment.next) });
  return segment.groups;
}

/** Oldest first, each for good before the next: a gap would be taken for damage. */
async function dropSegments(state: JournalState, position: bigint): Promise<void> {
  while (state.starts.length > 1 && (state.starts[1] ?? 0n) <= position) {
    const [first = 0n] = state.starts;
    state.starts = state.starts.slice(1);
    await state.files.remove(join(state.folder, segmentName(first)));
    await state.files.syncFolder(state.folder);
  }
}

function refuseTooLarge(path: string, records: readonly Uint8Array[]): void {
  const total = records.reduce((sum, record) => sum + record.length, 0);
  const largest = records.reduce((size, record) => Math.max(size, record.length), 0);
  if (largest <= largestRecord && total <= largestAppend) return;
  throw logFault({
    ...{ code: 'record_refused', path, expected: `records of at most ${largestRecord} bytes, ${largestAppend} together` },
    ...{ received: `one of ${largest}, ${total} together`, remedy: 'append less at once' },
  });
}

function unknownPosition(state: JournalState, from: bigint) {
  return logFault({
    ...{ code: 'journal_position_unknown', path: state.folder, expected: `a position from ${String(state.starts[0] ?? 0n)} on` },
    ...{ received: String(from), remedy: 'read from a position that was not dropped' },
  });
}

function stopped(path: string, cause: unknown) {
  return logFault({
    ...{ code: 'journal_stopped', path, expected: 'a journal that can be written', received: 'a write that failed earlier', cause },
    remedy: 'see to the cause that was reported then, and open the journal again',
  });
}

function closed(path: string) {
  return logFault({ code: 'journal_closed', path, expected: 'an open journal', received: 'a closed one', remedy: 'open it again' });
}
