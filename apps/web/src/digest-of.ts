import { createHash } from 'node:crypto';

/** Names a content in 16 letters, 96 bits: under such an address nothing else ever stands. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16);
}
