import { type Entry } from '../../apps/gateway/src/record/entry.ts';
import { encodeGroup } from '../../packages/log/src/node/journal/record-group.ts';
import { encodeSegmentHeader } from '../../packages/log/src/node/journal/segment-header.ts';
import { segmentName } from '../../packages/log/src/node/journal/segment-name.ts';
import { parseSegment } from '../../packages/log/src/node/journal/segment.ts';
import { home, origin } from './folder-on-disk.ts';
import { type FolderFiles } from './recorded-folder.ts';

export const journalPath = `${home}/journal/${segmentName(0n)}`;

export function readEntries(files: FolderFiles): readonly Entry[] {
  const bytes = files.get(journalPath) ?? new Uint8Array();
  const { groups } = parseSegment({ path: journalPath, bytes, shard: origin, first: 0n });
  return groups.flatMap(({ records }) => records.map((record) => JSON.parse(new TextDecoder().decode(record)) as Entry));
}

export interface SegmentDraft {
  readonly first: bigint;
  readonly entries: readonly unknown[];
  readonly shard?: string;
}

/** The folder with other segments for its journal. */
export function withSegments(files: FolderFiles, segments: readonly SegmentDraft[]): FolderFiles {
  const salt = new Uint8Array(16).fill(7);
  const written = segments.map(({ first, entries, shard = origin }): [string, Uint8Array] => {
    const records = entries.map((entry) => new TextEncoder().encode(JSON.stringify(entry)));
    const bytes = Buffer.concat([encodeSegmentHeader({ shard, first, salt }), encodeGroup({ first, records }, salt)]);
    return [`${home}/journal/${segmentName(first)}`, new Uint8Array(bytes)];
  });
  return new Map([...[...files].filter(([path]) => path !== journalPath), ...written]);
}

/** The folder with the first entry of its journal that is meant replaced. */
export function editEntry(files: FolderFiles, isMeant: (entry: Entry) => boolean, change: (entry: Entry) => unknown): FolderFiles {
  const entries = readEntries(files);
  const at = entries.findIndex(isMeant);
  if (at === -1) throw new Error('there is no such entry');
  return withSegments(files, [{ first: 0n, entries: entries.map((entry, index) => (index === at ? change(entry) : entry)) }]);
}
