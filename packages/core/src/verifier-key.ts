import { concatBytes } from '@noble/hashes/utils.js';
import { encodeBase64, encodeUtf8, sha256 } from '@parlance/core/bytes';
import { decodeBase64 } from './base64.ts';
import { accept, type Parsed, refuse } from './parsed.ts';
import { hasControl, isWellFormed } from './text.ts';

/** signed-note, "Signature types": `0x01` is Ed25519 over the text, `0x04` a timestamped cosignature (tlog-cosignature). */
export type Algorithm = 'ed25519' | 'cosignature/v1';

const typeBytes: Readonly<Record<Algorithm, number>> = { ed25519: 0x01, 'cosignature/v1': 0x04 };
const publicKeySize = 32;

/** A key that signatures are checked with. "The tuple of key name and key ID uniquely identifies the key ... and the algorithm it used." */
export interface VerifierKey {
  readonly name: string;
  /** uint32 */
  readonly keyId: number;
  readonly algorithm: Algorithm;
  /** RFC 8032, 32 bytes. */
  readonly publicKey: Uint8Array;
}

export type KeyCode = 'key_malformed' | 'key_name' | 'key_type_unknown' | 'key_size' | 'key_id_mismatch';

/** "Key names MUST be non-empty and MUST NOT contain any Unicode spaces or plus (U+002B) characters", nor control characters, as no note may. */
export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}+]+$/u.test(name) && isWellFormed(name) && !hasControl(name);
}

export function verifierKey(name: string, algorithm: Algorithm, publicKey: Uint8Array): VerifierKey {
  return { name, keyId: keyIdOf(name, typedKey(algorithm, publicKey)), algorithm, publicKey };
}

/** `PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW` */
export function formatVerifierKey({ name, keyId, algorithm, publicKey }: VerifierKey): string {
  return `${name}+${keyIdText(keyId)}+${encodeBase64(typedKey(algorithm, publicKey))}`;
}

/** Splits at the first two pluses: a name has none, base64 may. */
export function parseVerifierKey(text: string): Parsed<VerifierKey, KeyCode> {
  const [, name, id, encoded] = /^([^+]*)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) return refuse('key_malformed');
  if (!isKeyName(name)) return refuse('key_name');
  const bytes = decodeBase64(encoded);
  if (bytes === undefined) return refuse('key_malformed');
  const algorithm = algorithmOf(bytes);
  if (algorithm === undefined) return refuse('key_type_unknown');
  if (bytes.length !== 1 + publicKeySize) return refuse('key_size');
  if (keyIdText(keyIdOf(name, bytes)) !== id) return refuse('key_id_mismatch');
  return accept(verifierKey(name, algorithm, bytes.subarray(1)));
}

export function algorithmOf([type]: Uint8Array): Algorithm | undefined {
  return type === typeBytes.ed25519 ? 'ed25519' : type === typeBytes['cosignature/v1'] ? 'cosignature/v1' : undefined;
}

/** The signature type byte, then the key. */
export function typedKey(algorithm: Algorithm, key: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(typeBytes[algorithm]), key);
}

export function keyIdText(keyId: number): string {
  return keyId.toString(16).padStart(8, '0');
}

/** "key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]" */
function keyIdOf(name: string, key: Uint8Array): number {
  const hash = sha256(concatBytes(encodeUtf8(`${name}\n`), key));
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}
