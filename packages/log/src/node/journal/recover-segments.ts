import { join } from 'node:path';
import { type Files } from '../files/files.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { type FolderLock } from '../lock/folder-lock.ts';
import { logFault } from '../log-fault.ts';
import { encodeSegmentHeader } from './segment-header.ts';
import { firstOfSegmentName, segmentName } from './segment-name.ts';
import { corrupt, parseSegment } from './segment.ts';

export interface SegmentFolder {
  readonly files: Files;
  readonly folder: string;
  readonly shard: string;
  readonly lock: FolderLock;
}

/** What was found at the end of a journal that was not closed in an orderly way. None of it was acknowledged. */
export interface TornTail {
  readonly path: string;
  /** The position that the next record gets. */
  readonly next: bigint;
  /** How many bytes were cut off. */
  readonly bytes: number;
}

/** The segment that is written to. */
export interface ActiveSegment {
  readonly path: string;
  readonly salt: Uint8Array;
  /** How many bytes of it are synced. */
  readonly size: number;
}

export interface Recovered {
  readonly active: ActiveSegment;
  /** The first positions of all segments, in order. */
  readonly starts: readonly bigint[];
  readonly next: bigint;
  readonly torn: TornTail | null;
}

/**
 * Checks every segment, to the byte, and writes the last one anew up to its last whole group. Anew, because what an earlier process failed to sync may be
 * seen in the file and yet never reach the disk. Null when there are no segments. Throws `journal_corrupt` and `journal_foreign`, and changes nothing then.
 */
export async function recoverSegments({ files, folder, shard, lock }: SegmentFolder): Promise<Recovered | null> {
  const starts = (await files.list(folder)).flatMap((name) => firstOfSegmentName(name) ?? []);
  let next = starts[0] ?? 0n;
  for (const [index, first] of starts.entries()) {
    const path = join(folder, segmentName(first));
    if (first !== next) throw corrupt({ path, expected: `a segment from position ${String(next)}`, received: `one from ${String(first)}` });
    const bytes = (await files.read(path)) ?? new Uint8Array();
    const segment = parseSegment({ path, bytes, shard, first });
    next = segment.next;
    if (index < starts.length - 1) {
      if (segment.torn > 0)
        throw corrupt({ path, expected: 'whole records', received: `${segment.torn} damaged bytes before the next segment` });
      continue;
    }
    const kept = bytes.subarray(0, segment.end);
    await writeAtomically(files, { path, temporary: lock.temporary(segmentName(first)), bytes: kept }).then(orLost(folder));
    const torn = segment.torn === 0 ? null : { path, next, bytes: segment.torn };
    return { active: { path, salt: segment.header.salt, size: kept.length }, starts, next, torn };
  }
  return null;
}

export async function startSegment(
  { files, folder, shard, lock }: SegmentFolder,
  { first, salt }: { readonly first: bigint; readonly salt: Uint8Array },
): Promise<ActiveSegment> {
  const path = join(folder, segmentName(first));
  const bytes = encodeSegmentHeader({ shard, first, salt });
  await writeAtomically(files, { path, temporary: lock.temporary(segmentName(first)), bytes }).then(orLost(folder));
  return { path, salt, size: bytes.length };
}

function orLost(folder: string): (isInPlace: boolean) => void {
  return (isInPlace) => {
    if (!isInPlace) throw lost(folder);
  };
}

/** Another process took the journal over; nothing that is written from here on may be acknowledged. */
export function lost(folder: string) {
  return logFault({
    ...{ code: 'log_lost', path: folder, expected: 'to be its owner', received: 'another owner' },
    remedy: 'stop this process: another one has taken over',
  });
}
