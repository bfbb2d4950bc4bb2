import { CodedError } from '@parlance/core';
import { hashChildren } from './hash.ts';
import { type HashAt } from './subtree.ts';

/** Every complete subtree of a tree that is held in memory, such as one over the answers of a batch. */
export function hashAtOf(leafHashes: readonly Uint8Array[]): HashAt {
  const rows: (readonly Uint8Array[])[] = [leafHashes];
  for (let row = leafHashes; row.length > 1; rows.push(row)) row = rowAbove(row);
  return (level, index) => {
    const hash = rows[level]?.[Number(index)];
    if (hash === undefined) throw new CodedError('out_of_range', `no complete subtree ${level}/${String(index)} in this tree`);
    return hash;
  };
}

/** The hashes of the pairs; the last hash of an odd row is no complete subtree and has no pair. */
export function rowAbove(row: readonly Uint8Array[]): Uint8Array[] {
  return row.flatMap((left, place) => {
    const right = row[place + 1];
    return place % 2 === 0 && right !== undefined ? [hashChildren(left, right)] : [];
  });
}
