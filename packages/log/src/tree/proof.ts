import { CodedError } from '@parlance/core';
import { type HashAt, hashOfRange, type LeafRange, splitOf } from './subtree.ts';

/** Hashes from the leaf's side to the root's side. */
export type Path = readonly Uint8Array[];

/**
 * PATH(m, D[n]) of RFC 6962 section 2.1.1, from the leaf's sibling to the root's child.
 * Throws `out_of_range` unless `0 <= index < size`.
 */
export function inclusionProof(index: bigint, size: bigint, hashAt: HashAt): Path {
  return inclusionRanges(index, size).map((range) => hashOfRange(range, hashAt));
}

/**
 * PROOF(m, D[n]) of RFC 6962 section 2.1.2; empty from an empty tree and from a tree to itself.
 * Throws `out_of_range` unless `0 <= from <= to`.
 */
export function consistencyProof(from: bigint, to: bigint, hashAt: HashAt): Path {
  return consistencyRanges(from, to).map((range) => hashOfRange(range, hashAt));
}

/** Which leaves each hash of an inclusion proof covers. */
export function inclusionRanges(index: bigint, size: bigint): readonly LeafRange[] {
  if (index < 0n || index >= size) throw new CodedError('out_of_range', `no leaf ${String(index)} in a tree of ${String(size)}`);
  const path: LeafRange[] = [];
  let [start, end] = [0n, size];
  while (end - start > 1n) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    path.push(isLeft ? { start: middle, end } : { start, end: middle });
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  return path.reverse();
}

/** Which leaves each hash of a consistency proof covers. */
export function consistencyRanges(from: bigint, to: bigint): readonly LeafRange[] {
  if (from < 0n || from > to) throw new CodedError('out_of_range', `no tree of ${String(from)} inside a tree of ${String(to)}`);
  if (from === 0n) return [];
  const path: LeafRange[] = [];
  let [start, end] = [0n, to];
  while (end !== from) {
    const middle = start + splitOf(end - start);
    const isLeft = from <= middle;
    path.push(isLeft ? { start: middle, end } : { start, end: middle });
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  // SUBPROOF's flag b: the verifier already knows the hash of the old tree itself, and of nothing smaller.
  if (start !== 0n) path.push({ start, end });
  return path.reverse();
}
