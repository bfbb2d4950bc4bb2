import { CodedError } from '@parlance/core';
import { hashSize } from '../tree/hash.ts';
import { type HashAt, type Subtree } from '../tree/subtree.ts';
import { rowAbove } from '../tree/tree-of.ts';
import { fullWidth, type Tile, tileHeight } from './tile.ts';

/** The hashes of a tile, in order. Throws `tile_malformed` unless the bytes are 1 to 256 whole hashes. */
export function hashesFromTile(bytes: Uint8Array): readonly Uint8Array[] {
  const count = bytes.length / hashSize;
  if (!Number.isInteger(count) || count < 1 || count > fullWidth) {
    throw new CodedError('tile_malformed', `a tile has 1 to ${fullWidth} hashes of ${hashSize} bytes, this one ${bytes.length} bytes`);
  }
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * hashSize, (index + 1) * hashSize));
}

/** The bytes of a tile, from the stored hashes of the tree. */
export function tileBytes({ level, index, width }: Tile, hashAt: HashAt): Uint8Array {
  const bytes = new Uint8Array(width * hashSize);
  for (let place = 0; place < width; place++) bytes.set(hashAt(level * tileHeight, (index << 8n) + BigInt(place)), place * hashSize);
  return bytes;
}

/**
 * The hash of a complete subtree out of the tile that `tileHolding` names: "the Merkle Tree levels between those expressed by the tile hashes are
 * reconstructed by hashing the leaves". Throws `tile_malformed` when the tile is too narrow.
 */
export function hashInTile(hashes: readonly Uint8Array[], { level, index }: Subtree): Uint8Array {
  const height = level % tileHeight;
  const start = Number((index << BigInt(height)) & 0xffn);
  let row = hashes.slice(start, start + 2 ** height);
  if (row.length !== 2 ** height) throw new CodedError('tile_malformed', 'the tile ends before the subtree');
  while (row.length > 1) row = rowAbove(row);
  const [hash] = row;
  if (hash === undefined) throw new CodedError('tile_malformed', 'the tile ends before the subtree');
  return hash;
}
