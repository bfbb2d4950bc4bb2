import { hashChildren, hashLeaf } from '../tree/hash.ts';
import { type HashAt } from '../tree/subtree.ts';

/** Every complete subtree of a tree, row by row. */
export interface MemoryTree {
  readonly entries: readonly Uint8Array[];
  readonly hashAt: HashAt;
}

export function memoryTree(size: number, entryAt: (index: number) => Uint8Array = numbered): MemoryTree {
  const entries = Array.from({ length: size }, (_, index) => entryAt(index));
  const rows = [entries.map(hashLeaf)];
  for (let row = rows.at(-1) ?? []; row.length > 1; row = rows.at(-1) ?? []) rows.push(rowAbove(row));
  return {
    entries,
    hashAt: (level, index) => {
      const hash = rows[level]?.[Number(index)];
      if (hash === undefined) throw new Error(`no complete subtree ${level}/${String(index)} in a tree of ${size}`);
      return hash;
    },
  };
}

export function numbered(index: number): Uint8Array {
  return new TextEncoder().encode(`entry ${index}`);
}

function rowAbove(row: readonly Uint8Array[]): Uint8Array[] {
  return row.flatMap((left, place) => {
    const right = row[place + 1];
    return place % 2 === 0 && right !== undefined ? [hashChildren(left, right)] : [];
  });
}
