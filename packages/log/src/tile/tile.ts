import { bitLength, type Subtree } from '../tree/subtree.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const fullWidth = 256;
/** A tile spans eight levels of the tree. */
export const tileHeight = 8;

/**
 * tlog-tiles, "Merkle Tree": tile `index` of `level` holds `width` consecutive hashes, 1 to 256, each of a subtree of `256^level` leaves.
 * A width below 256 is a partial tile.
 */
export interface Tile {
  readonly level: number;
  readonly index: bigint;
  readonly width: number;
}

/** Entries `index * 256` and following; `width` of them. */
export type EntryBundle = Pick<Tile, 'index' | 'width'>;

/** The tiles that a tree of `newSize` has and a tree of `oldSize` has not: lower levels first, left to right. Those of level 0 are also the entry bundles. */
export function tilesOf(oldSize: bigint, newSize: bigint): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; hashesAtLevel(newSize, level) > 0n; level++) {
    const [before, after] = [hashesAtLevel(oldSize, level), hashesAtLevel(newSize, level)];
    if (before === after) continue;
    for (let index = before >> 8n; index << 8n < after; index++) tiles.push({ level, index, width: widthAt(after, index) });
  }
  return tiles;
}

/** The tile of a tree of `size` that holds the hashes below a complete subtree. */
export function tileHolding(subtree: Subtree, size: bigint): Tile {
  const level = Math.floor(subtree.level / tileHeight);
  const firstHash = subtree.index << BigInt(subtree.level - level * tileHeight);
  const index = firstHash >> 8n;
  return { level, index, width: widthAt(hashesAtLevel(size, level), index) };
}

/** "The partial tile at level l for a tree of size s has floor(s / 256**l) mod 256 entries." */
function hashesAtLevel(size: bigint, level: number): bigint {
  return size >> BigInt(tileHeight * level);
}

function widthAt(hashes: bigint, index: bigint): number {
  const rest = hashes - (index << 8n);
  return bitLength(rest) > tileHeight ? fullWidth : Number(rest);
}
