import { sha256 } from '@noble/hashes/sha2.js';

/** Bytes of a SHA-256 hash. */
export const hashSize = 32;

/** RFC 6962 section 2.1: `SHA-256(0x00 || entry)`. */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(0)).update(entry).digest();
}

/** RFC 6962 section 2.1: `SHA-256(0x01 || left || right)`. The prefix keeps a node from passing as a leaf. */
export function hashChildren(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** RFC 6962 section 2.1: the root of a tree without leaves is the hash of no bytes. */
export const emptyRoot: Uint8Array = sha256(new Uint8Array());

/** Public values only: stops at the first difference. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
