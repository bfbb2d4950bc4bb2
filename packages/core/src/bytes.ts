import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as sha256Of } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of some bytes, one part after the other. 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  return sha256Of(concatBytes(...parts));
}

/** HMAC-SHA-256. 32 bytes. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return hmac(sha256Of, key, message);
}

/** UTF-8 of a text without lone surrogates. */
export function encodeUtf8(text: string): Uint8Array {
  return utf8ToBytes(text);
}

/** A function takes so many without trouble. */
const mostArguments = 4096;

/** RFC 4648 section 4, with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += mostArguments) letters += String.fromCharCode(...bytes.subarray(at, at + mostArguments));
  return btoa(letters);
}
