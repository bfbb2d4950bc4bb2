import { hashSize } from '../tree/hash.ts';
import { type Path } from '../tree/proof.ts';
import { decodeBase64 } from './base64.ts';

/** The base64 of exactly one SHA-256 hash. */
export function parseHash(text: string): Uint8Array | undefined {
  const hash = decodeBase64(text);
  return hash?.length === hashSize ? hash : undefined;
}

/** One hash a line; undefined when any line is no hash. */
export function parseHashes(lines: readonly string[]): Path | undefined {
  const hashes = lines.flatMap((line) => parseHash(line) ?? []);
  return hashes.length === lines.length ? hashes : undefined;
}
