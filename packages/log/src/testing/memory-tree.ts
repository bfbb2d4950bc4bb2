import { hashLeaf } from '../tree/hash.ts';
import { type HashAt } from '../tree/subtree.ts';
import { hashAtOf } from '../tree/tree-of.ts';

export interface MemoryTree {
  readonly entries: readonly Uint8Array[];
  readonly hashAt: HashAt;
}

export function memoryTree(size: number, entryAt: (index: number) => Uint8Array = numbered): MemoryTree {
  const entries = Array.from({ length: size }, (_, index) => entryAt(index));
  return { entries, hashAt: hashAtOf(entries.map(hashLeaf)) };
}

function numbered(index: number): Uint8Array {
  return new TextEncoder().encode(`entry ${index}`);
}
