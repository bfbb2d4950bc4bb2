import { CodedError } from '@parlance/core';
import { hashLeaf } from '../tree/hash.ts';
import { type HashAt } from '../tree/subtree.ts';
import { rowAbove } from '../tree/tree-of.ts';

export interface MemoryTree {
  readonly entries: readonly Uint8Array[];
  readonly hashAt: HashAt;
}

export function memoryTree(size: number, entryAt: (index: number) => Uint8Array = numbered): MemoryTree {
  const entries = Array.from({ length: size }, (_, index) => entryAt(index));
  return { entries, hashAt: hashAtOf(entries.map(hashLeaf)) };
}

/** Every complete subtree. */
function hashAtOf(leafHashes: readonly Uint8Array[]): HashAt {
  const rows: (readonly Uint8Array[])[] = [leafHashes];
  for (let row = leafHashes; row.length > 1; rows.push(row)) row = rowAbove(row);
  return (level, index) => {
    const hash = rows[level]?.[Number(index)];
    if (hash === undefined) throw new CodedError('out_of_range', `no complete subtree ${level}/${String(index)} in this tree`);
    return hash;
  };
}

function numbered(index: number): Uint8Array {
  return new TextEncoder().encode(`entry ${index}`);
}
