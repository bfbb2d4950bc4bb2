import { createHash } from 'node:crypto';

export const digestSize = 16;

/** The first bytes of SHA-256, by which a record that is not what was written is told. */
export function recordDigest(record: Uint8Array): Uint8Array {
  return createHash('sha256').update(record).digest().subarray(0, digestSize);
}
