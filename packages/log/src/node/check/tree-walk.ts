import { join } from 'node:path';
import { fullWidth, hashesFromTile, type Tile, tilePath } from '../../tile/index.ts';
import { sameBytes } from '../../tree/index.ts';
import { type LogFiles } from '../storage/log-files.ts';
import { type Partials } from './check-names.ts';
import { type LogIssueCode, type Report } from './log-issue.ts';

export interface TreeWalk {
  readonly log: LogFiles;
  readonly report: Report;
  readonly size: bigint;
  /** That the tree is said to have; null when nobody says. */
  readonly root: Uint8Array | null;
  readonly partials: Partials;
  /** The sizes whose roots are asked for. */
  readonly wanted: ReadonlySet<bigint>;
}

/** The hashes of a tile, exactly as many as it is wide; null and an issue when they are not there. */
export async function storedTile({ log, report }: TreeWalk, tile: Tile): Promise<readonly Uint8Array[] | null> {
  const path = tilePath(tile);
  const bytes = await log.files.read(join(log.folder, path));
  const expected = `${tile.width} hashes`;
  if (bytes === null) {
    report({ path, code: 'tile_missing', expected, received: 'no file' });
    return null;
  }
  if (bytes.length === tile.width * 32) return hashesFromTile(bytes);
  report({ path, code: 'tile_malformed', expected, received: `${bytes.length} bytes` });
  return null;
}

/** Tiles from when the tree was smaller hold the first hashes of the one that it has now. */
export async function checkPartialTiles(walk: TreeWalk, tile: Tile, { hashes, widths }: PartialCheck): Promise<void> {
  for (const width of widths.filter((one) => one < fullWidth)) {
    const stored = await storedTile(walk, { ...tile, width });
    if (stored !== null) reportDifference(walk, { path: tilePath({ ...tile, width }), code: 'tile_differs', stored, hashes });
  }
}

export interface PartialCheck {
  readonly hashes: readonly (Uint8Array | null)[];
  readonly widths: readonly number[];
}

export interface Comparison {
  readonly path: string;
  readonly code: LogIssueCode;
  readonly stored: readonly Uint8Array[];
  /** What is right; null where nobody knows. */
  readonly hashes: readonly (Uint8Array | null)[];
}

/** Whether all is as it should be; else an issue names the first place that is not. */
export function reportDifference({ report }: TreeWalk, { path, code, stored, hashes }: Comparison): boolean {
  const wrong = stored.findIndex((hash, place) => {
    const right = hashes[place] ?? null;
    return right !== null && !sameBytes(hash, right);
  });
  if (wrong !== -1) report({ path, code, expected: `place ${wrong} as in the rest of the tree`, received: 'another hash' });
  return wrong === -1;
}
