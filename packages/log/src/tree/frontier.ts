import { emptyRoot, hashChildren } from './hash.ts';
import { type HashAt, subtreesOf } from './subtree.ts';

/** All that is needed to append: the hashes of the complete subtrees of a tree, largest first, one for each bit of its size. */
export interface Frontier {
  readonly size: bigint;
  readonly hashes: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0n, hashes: [] };

/** The frontier of a stored tree. */
export function frontierOf(size: bigint, hashAt: HashAt): Frontier {
  return { size, hashes: subtreesOf({ start: 0n, end: size }).map(({ level, index }) => hashAt(level, index)) };
}

/** One leaf more. Each trailing one of the size is a subtree that becomes the left child of a larger one. */
export function appendLeaf({ size, hashes }: Frontier, leafHash: Uint8Array): Frontier {
  const kept = [...hashes];
  let hash = leafHash;
  for (let bits = size; (bits & 1n) === 1n; bits >>= 1n) {
    const left = kept.pop();
    if (left !== undefined) hash = hashChildren(left, hash);
  }
  return { size: size + 1n, hashes: [...kept, hash] };
}

/** The root of the tree: its complete subtrees, hashed from the right. */
export function rootOf({ hashes }: Frontier): Uint8Array {
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => hashChildren(left, right));
}
