import { CodedError } from '@parlance/core';
import { hashChildren } from './hash.ts';

/** A complete subtree: the `2^level` leaves from `index * 2^level`. Level 0 is a leaf. */
export interface Subtree {
  readonly level: number;
  readonly index: bigint;
}

/** The stored hash of a complete subtree. Only subtrees that lie inside the tree are asked for. */
export type HashAt = (level: number, index: bigint) => Uint8Array;

/** The leaves from `start` to before `end`, a node of some tree: `start` is a multiple of the largest power of two that fits. */
export interface LeafRange {
  readonly start: bigint;
  readonly end: bigint;
}

/** Go's and most other implementations keep sizes in signed 64 bits; tlog-witness allows 63 hashes in a consistency proof. */
export const largestSize = 2n ** 63n - 1n;

/** RFC 6962 section 2.1: the largest power of two smaller than `leaves`, which is at least 2. */
export function splitOf(leaves: bigint): bigint {
  return 1n << BigInt(bitLength(leaves - 1n) - 1);
}

/** 0 has no bits, 1 has one, 4 has three. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** The complete subtrees that make up a range, left to right, which is largest first. */
export function subtreesOf({ start, end }: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end;) {
    const level = bitLength(end - at) - 1;
    subtrees.push({ level, index: at >> BigInt(level) });
    at += 1n << BigInt(level);
  }
  return subtrees;
}

/** MTH of RFC 6962 section 2.1 over a range that is not empty. */
export function hashOfRange(range: LeafRange, hashAt: HashAt): Uint8Array {
  const hashes = subtreesOf(range).map(({ level, index }) => hashAt(level, index));
  const [last, ...rest] = hashes.reverse();
  if (last === undefined) throw new CodedError('out_of_range', 'a range without leaves has no hash');
  return rest.reduce((right, left) => hashChildren(left, right), last);
}
