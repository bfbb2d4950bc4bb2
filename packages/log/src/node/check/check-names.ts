import { fullWidth, parseEntryBundlePath, parseTilePath, type Tile, tileHeight, tilesOf } from '../../tile/index.ts';
import { type LogFiles } from '../storage/log-files.ts';
import { walkTiles } from '../storage/walk-tiles.ts';
import { type Report } from './log-issue.ts';

/** Partial widths that are there beside the tile that the tree has, by `level/index`; bundles as `entries/index`. */
export type Partials = ReadonlyMap<string, readonly number[]>;

export interface TreeSpan {
  readonly size: bigint;
  /** Files of a batch under way are no surprise. */
  readonly growingTo: bigint;
}

/** Reports every file that no tree of this size has, or had when it was smaller. */
export async function checkNames(log: LogFiles, { size, growingTo }: TreeSpan, report: Report): Promise<Partials> {
  const underWay = new Set(tilesOf(size, growingTo).map(nameOf));
  const partials = new Map<string, number[]>();
  for await (const path of walkTiles(log)) {
    const bundle = parseEntryBundlePath(path);
    const tile = bundle === undefined ? parseTilePath(path) : { level: 0, ...bundle };
    if (tile === undefined || (hashesIn(tile, size) < tile.width && !underWay.has(nameOf(tile)))) {
      report({ path, code: 'file_unexpected', expected: `files of a tree of ${String(size)}`, received: 'a file that it does not have' });
    } else if (tile.width < Math.min(hashesIn(tile, size), fullWidth)) {
      const key = partialKey(bundle === undefined ? tile.level : 'entries', tile.index);
      partials.set(key, [...(partials.get(key) ?? []), tile.width]);
    }
  }
  return partials;
}

export function partialKey(level: number | 'entries', index: bigint): string {
  return `${level}/${String(index)}`;
}

function nameOf({ level, index, width }: Tile): string {
  return `${level}/${String(index)}/${width}`;
}

function hashesIn({ level, index }: Tile, size: bigint): number {
  return Number((size >> BigInt(tileHeight * level)) - (index << 8n));
}
