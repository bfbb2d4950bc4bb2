import { fullWidth, hashesFromTile, hashInTile, type Tile, tileHeight } from '../../tile/index.ts';
import { appendLeaf, emptyFrontier, frontierOf, hashSize, rootOf } from '../../tree/index.ts';
import { type LogFiles, readTile } from './log-files.ts';

/** All that is needed to let a tree grow: of each level of tiles the hashes in the one that is not full. */
export interface RightEdge {
  readonly size: bigint;
  readonly levels: readonly (readonly Uint8Array[])[];
}

export interface Growth {
  readonly edge: RightEdge;
  /** Every tile that the larger tree has and the smaller one has not. */
  readonly tiles: readonly { readonly tile: Tile; readonly bytes: Uint8Array }[];
}

export const emptyEdge: RightEdge = { size: 0n, levels: [] };

/** Reads the tiles that are not full, one of each level. Throws `log_corrupt`. */
export async function readEdge(log: LogFiles, size: bigint): Promise<RightEdge> {
  const levels: (readonly Uint8Array[])[] = [];
  for (let rest = size, level = 0; rest > 0n; rest >>= 8n, level++) {
    const tile = { level, index: rest >> 8n, width: Number(rest & 0xffn) };
    levels.push(tile.width === 0 ? [] : hashesFromTile(await readTile(log, tile)));
  }
  return { size, levels };
}

export function growTree({ size, levels }: RightEdge, leafHashes: readonly Uint8Array[]): Growth {
  const tiles: Growth['tiles'][number][] = [];
  const grown: (readonly Uint8Array[])[] = [];
  let added = leafHashes;
  for (let level = 0; added.length > 0 || level < levels.length; level++) {
    const hashes = [...(levels[level] ?? []), ...added];
    const first = size >> BigInt(tileHeight * (level + 1));
    const parts = partsOf(hashes);
    if (added.length > 0)
      parts.forEach((part, place) => tiles.push(tileOf({ level, index: first + BigInt(place), width: part.length }, part)));
    const full = parts.filter((part) => part.length === fullWidth);
    grown.push(hashes.slice(full.length * fullWidth));
    added = full.map(rootOfHashes);
  }
  return { edge: { size: size + BigInt(leafHashes.length), levels: grown }, tiles };
}

export function rootOfEdge({ size, levels }: RightEdge): Uint8Array {
  return rootOf(frontierOf(size, (level, index) => hashInTile(levels[Math.floor(level / tileHeight)] ?? [], { level, index })));
}

/** The hash that stands for a full tile in the level above. */
export function rootOfHashes(hashes: readonly Uint8Array[]): Uint8Array {
  return rootOf(hashes.reduce(appendLeaf, emptyFrontier));
}

export function partsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / fullWidth) }, (_, part) => items.slice(part * fullWidth, (part + 1) * fullWidth));
}

function tileOf(tile: Tile, hashes: readonly Uint8Array[]): Growth['tiles'][number] {
  const bytes = new Uint8Array(hashes.length * hashSize);
  hashes.forEach((hash, place) => {
    bytes.set(hash, place * hashSize);
  });
  return { tile, bytes };
}
