import { sha256 } from '@parlance/core/bytes';

/** Bytes of a SHA-256 hash. */
export const hashSize = 32;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** RFC 6962 section 2.1: `SHA-256(0x00 || entry)`. */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256(leafPrefix, entry);
}

/** RFC 6962 section 2.1: `SHA-256(0x01 || left || right)`. The prefix keeps a node from passing as a leaf. */
export function hashChildren(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right);
}

/** RFC 6962 section 2.1: the root of a tree without leaves is the hash of no bytes. */
export const emptyRoot: Uint8Array = sha256();

/** Public values only: stops at the first difference. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
