import { logFault } from '../log-fault.ts';
import { decodeGroup, hasGroupFrom, type RecordGroup } from './record-group.ts';
import { decodeSegmentHeader, type SegmentHeader } from './segment-header.ts';

/** The bytes of a segment, understood. */
export interface Segment {
  readonly header: SegmentHeader;
  readonly groups: readonly RecordGroup[];
  /** The position after its last record. */
  readonly next: bigint;
  /** Where the last group with records ends. */
  readonly end: number;
  /** Bytes after the last whole group. More than zero only after a write that did not come to its end. */
  readonly torn: number;
}

export interface SegmentSource {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly shard: string;
  /** From its name. */
  readonly first: bigint;
}

const restore = 'restore the journal from a copy; it is not repaired, because what stood there was acknowledged';

/**
 * Reads a whole segment. Groups are synced one after the other, so a damaged group that a whole one follows was once on the disk: throws
 * `journal_corrupt`. What nothing follows is a torn write, and is only reported. Throws `journal_foreign` for another version or shard.
 */
export function parseSegment({ path, bytes, shard, first }: SegmentSource): Segment {
  const header = headerOf({ path, bytes, shard, first });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const groups: RecordGroup[] = [];
  let [at, end, next] = [header.size, header.size, first];
  for (let found = decodeGroup(buffer, at, header.salt); found !== null; found = decodeGroup(buffer, at, header.salt)) {
    if (found.group.first !== next) {
      throw corrupt({ path, expected: `position ${String(next)} at byte ${at}`, received: `position ${String(found.group.first)}` });
    }
    at = found.end;
    if (found.group.records.length === 0) continue;
    groups.push(found.group);
    next += BigInt(found.group.records.length);
    end = at;
  }
  if (hasGroupFrom(buffer, at, header.salt)) {
    throw corrupt({
      path,
      expected: `the records from position ${String(next)} at byte ${at}`,
      received: 'damaged bytes before whole records',
    });
  }
  return { header, groups, next, end, torn: buffer.length - at };
}

/** A record is missing or changed that was once synced. */
export function corrupt({ path, expected, received }: { readonly path: string; readonly expected: string; readonly received: string }) {
  return logFault({ code: 'journal_corrupt', path, expected, received, remedy: restore });
}

function headerOf({ path, bytes, shard, first }: SegmentSource): SegmentHeader & { readonly size: number } {
  const found = decodeSegmentHeader(bytes);
  // A segment gets its name only when its header is on the disk, so a damaged header is never a torn write.
  if (found === 'damaged') throw corrupt({ path, expected: 'the header of a segment', received: 'damaged bytes' });
  if (found === 'unknown_version') throw foreign(path, 'version 1 of the format', 'another version');
  const { header, size } = found;
  if (header.shard !== shard)
    throw foreign(path, `the shard ${shard}`, `the shard ${header.shard.replaceAll(/\p{C}/gu, '?').slice(0, 256)}`);
  if (header.first !== first) throw corrupt({ path, expected: `the first position ${String(first)}`, received: String(header.first) });
  return { ...header, size };
}

function foreign(path: string, expected: string, received: string) {
  return logFault({
    code: 'journal_foreign',
    path,
    expected,
    received,
    remedy: 'point the journal to its own folder, or run the release that wrote it',
  });
}
