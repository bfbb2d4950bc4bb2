import { emptyRoot, hashChildren, hashSize, sameBytes } from './hash.ts';
import { type Path } from './proof.ts';
import { largestSize } from './subtree.ts';

export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: bigint;
  readonly size: bigint;
  readonly root: Uint8Array;
}

export interface ConsistencyClaim {
  readonly from: bigint;
  readonly fromRoot: Uint8Array;
  readonly to: bigint;
  readonly toRoot: Uint8Array;
}

/** RFC 9162 section 2.1.3.2: whether the leaf stands at this index of the tree. Never throws, whatever the proof holds. */
export function verifyInclusion(proof: Path, { leafHash, index, size, root }: InclusionClaim): boolean {
  if (index < 0n || index >= size || size > largestSize || !areHashes([leafHash, root, ...proof])) return false;
  let hash = leafHash;
  const isWhole = climb(proof, [index, size - 1n], (sibling, side) => {
    hash = side === 'left' ? hashChildren(sibling, hash) : hashChildren(hash, sibling);
  });
  return isWhole && sameBytes(hash, root);
}

/**
 * RFC 9162 section 2.1.4.2: whether the larger tree begins with all the leaves of the smaller one. An empty tree is consistent with every tree, a tree with
 * itself, both without a hash in the proof. Never throws, whatever the proof holds.
 */
export function verifyConsistency(proof: Path, claim: ConsistencyClaim): boolean {
  const { from, fromRoot, to, toRoot } = claim;
  if (from < 0n || from > to || to > largestSize || !areHashes([fromRoot, toRoot, ...proof])) return false;
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot) && (from > 0n || sameBytes(fromRoot, emptyRoot));
  if (from === 0n) return proof.length === 0 && sameBytes(fromRoot, emptyRoot);
  return verifyGrowth(proof, claim);
}

/** The proof leads from the last complete subtree of the smaller tree to both roots at once. */
function verifyGrowth(proof: Path, { from, fromRoot, to, toRoot }: ConsistencyClaim): boolean {
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [fromHash, toHash] = [first, first];
  const isWhole = climb(rest, withoutTrailingOnes(from - 1n, to - 1n), (hash, side) => {
    if (side === 'left') fromHash = hashChildren(hash, fromHash);
    toHash = side === 'left' ? hashChildren(hash, toHash) : hashChildren(toHash, hash);
  });
  return isWhole && sameBytes(fromHash, fromRoot) && sameBytes(toHash, toRoot);
}

/** A node of a row and the last node of the same row. */
type Place = readonly [node: bigint, last: bigint];

/** The loop that both algorithms of RFC 9162 have: tells on which side each hash stands. False unless the hashes end exactly at the root. */
function climb(proof: Path, start: Place, join: (hash: Uint8Array, side: 'left' | 'right') => void): boolean {
  let [node, last] = start;
  for (const hash of proof) {
    if (last === 0n) return false;
    const isRightEdge = isOdd(node) || node === last;
    join(hash, isRightEdge ? 'left' : 'right');
    if (isRightEdge) [node, last] = withoutTrailingZeros(node, last);
    [node, last] = [node >> 1n, last >> 1n];
  }
  return last === 0n;
}

function areHashes(hashes: Path): boolean {
  return hashes.every((hash) => hash.length === hashSize);
}

function isOdd(value: bigint): boolean {
  return (value & 1n) === 1n;
}

function isPowerOfTwo(value: bigint): boolean {
  return (value & (value - 1n)) === 0n;
}

/** A node on the right edge without a sibling rises until it is a right child. */
function withoutTrailingZeros(node: bigint, last: bigint): Place {
  let [low, high] = [node, last];
  while (!isOdd(low) && low !== 0n) [low, high] = [low >> 1n, high >> 1n];
  return [low, high];
}

function withoutTrailingOnes(node: bigint, last: bigint): Place {
  let [low, high] = [node, last];
  while (isOdd(low)) [low, high] = [low >> 1n, high >> 1n];
  return [low, high];
}
