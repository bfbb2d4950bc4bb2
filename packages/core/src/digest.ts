import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8, sha256 } from '@parlance/core/bytes';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

/** `sha256:` and 64 lower-case hexadecimal digits. */
export type Digest = `sha256:${string}`;

export function digestOfBytes(bytes: Uint8Array): Digest {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

/** Digest of the UTF-8 bytes of a text. */
export function digestOfText(text: string): Digest {
  return digestOfBytes(encodeUtf8(text));
}

/** Digest of the canonical JSON (RFC 8785) of a value. */
export function digestOfJson(value: JsonValue): Digest {
  return digestOfText(canonicalJson(value));
}
