import { hashChildren } from './hash.ts';
import { type Path } from './proof.ts';

/** A tree that is held in memory whole, such as one over the answers of a batch. */
export interface WholeTree {
  readonly root: Uint8Array;
  /** As `inclusionProof`. */
  readonly pathOf: (index: number) => Path;
}

/**
 * The tree of RFC 6962 over at least one leaf. A node without a sibling goes up as it is, which is what the RFC's split at the largest power of two comes to; it makes a path of
 * ten thousand a matter of looking.
 */
export function treeOf(leafHashes: readonly [Uint8Array, ...Uint8Array[]]): WholeTree {
  const rows: (readonly Uint8Array[])[] = [];
  let row: readonly Uint8Array[] = leafHashes;
  while (row.length > 1) {
    rows.push(row);
    const last = row.at(-1);
    row = row.length % 2 === 1 && last !== undefined ? [...rowAbove(row), last] : rowAbove(row);
  }
  const [root = leafHashes[0]] = row;
  const pathOf = (index: number): Path =>
    rows.flatMap((nodes, level) => {
      const sibling = nodes[Math.floor(index / 2 ** level) ^ 1];
      return sibling === undefined ? [] : [sibling];
    });
  return { root, pathOf };
}

/** The hashes of the pairs; the last hash of an odd row is no complete subtree and has no pair. */
export function rowAbove(row: readonly Uint8Array[]): Uint8Array[] {
  return row.flatMap((left, place) => {
    const right = row[place + 1];
    return place % 2 === 0 && right !== undefined ? [hashChildren(left, right)] : [];
  });
}
