import { CodedError } from '@parlance/core';
import { emptyRoot } from '../tree/hash.ts';
import { consistencyRanges, inclusionRanges, type Path } from '../tree/proof.ts';
import { type HashAt, hashOfRange, type LeafRange, subtreesOf } from '../tree/subtree.ts';
import { hashesFromTile, hashInTile } from './tile-hashes.ts';
import { tilePath } from './tile-path.ts';
import { type Tile, tileHolding } from './tile.ts';

/** Reads the bytes of a tile, full or partial, exactly as wide as asked for. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array>;

/** An inclusion proof from stored tiles. What strangers' tiles say counts only once the proof verifies against a signed root. */
export async function inclusionProofFromTiles(readTile: ReadTile, index: bigint, size: bigint): Promise<Path> {
  return hashesOfRanges(readTile, size, inclusionRanges(index, size));
}

/** A consistency proof from the stored tiles of the larger tree. */
export async function consistencyProofFromTiles(readTile: ReadTile, from: bigint, to: bigint): Promise<Path> {
  return hashesOfRanges(readTile, to, consistencyRanges(from, to));
}

/** The root that the stored tiles of a tree have. */
export async function rootFromTiles(readTile: ReadTile, size: bigint): Promise<Uint8Array> {
  if (size === 0n) return emptyRoot;
  const [root] = await hashesOfRanges(readTile, size, [{ start: 0n, end: size }]);
  return root ?? emptyRoot;
}

/** Reads every tile that the ranges need, each once, all at the same time; then answers without waiting. */
export async function hashAtFromTiles(readTile: ReadTile, size: bigint, ranges: readonly LeafRange[]): Promise<HashAt> {
  const wanted = new Map(ranges.flatMap(subtreesOf).map((subtree) => [tilePath(tileHolding(subtree, size)), tileHolding(subtree, size)]));
  const tiles = new Map(await Promise.all([...wanted].map(async ([path, tile]) => [path, await hashesOf(readTile, tile)] as const)));
  return (level, index) => {
    const hashes = tiles.get(tilePath(tileHolding({ level, index }, size)));
    if (hashes === undefined) throw new CodedError('out_of_range', 'a hash was asked for that no range names');
    return hashInTile(hashes, { level, index });
  };
}

async function hashesOfRanges(readTile: ReadTile, size: bigint, ranges: readonly LeafRange[]): Promise<Path> {
  const hashAt = await hashAtFromTiles(readTile, size, ranges);
  return ranges.map((range) => hashOfRange(range, hashAt));
}

async function hashesOf(readTile: ReadTile, tile: Tile): Promise<readonly Uint8Array[]> {
  const hashes = hashesFromTile(await readTile(tile));
  if (hashes.length !== tile.width) throw new CodedError('tile_malformed', `${tilePath(tile)} has ${hashes.length} hashes`);
  return hashes;
}
