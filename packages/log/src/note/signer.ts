import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { concatBytes } from '../encoding/text.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import {
  type Algorithm,
  algorithmOf,
  isKeyName,
  type KeyCode,
  keyIdText,
  typedKey,
  type VerifierKey,
  verifierKey,
} from './verifier-key.ts';

/** A key that can sign, wherever its secret lives: a file, an HSM, a key service. `sign` is Ed25519 over exactly these bytes. */
export interface Signer extends VerifierKey {
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

export interface Seed {
  readonly name: string;
  readonly algorithm: Algorithm;
  /** RFC 8032, 32 bytes. */
  readonly seed: Uint8Array;
}

/** PKCS #8 of an Ed25519 key (RFC 8410 section 7) is these bytes and the seed. */
const pkcs8Prefix = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);
const seedSize = 32;

/** Signs with a key in PKCS #8. */
export type SignWith = (pkcs8: Uint8Array) => Signer['sign'];

/** A signer on WebCrypto, or on what else a platform has. Rejects with the platform's error when the seed is not 32 bytes. */
export async function signerOf({ name, algorithm, seed }: Seed, signWith?: SignWith): Promise<Signer> {
  const pkcs8 = Uint8Array.from(concatBytes(pkcs8Prefix, seed));
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const publicKey = decodeBase64(x.replaceAll('-', '+').replaceAll('_', '/') + '=') ?? new Uint8Array();
  return {
    ...verifierKey(name, algorithm, publicKey),
    sign: signWith?.(pkcs8) ?? (async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, Uint8Array.from(message)))),
  };
}

/** `PRIVATE+KEY+PeterNeumann+c74f20a3+AYEK...`, as Go's note package writes it: the key id is that of the public key. */
export async function formatSignerKey(seed: Seed): Promise<string> {
  const { name, keyId } = await signerOf(seed);
  return `PRIVATE+KEY+${name}+${keyIdText(keyId)}+${encodeBase64(typedKey(seed.algorithm, seed.seed))}`;
}

export async function parseSignerKey(text: string, signWith?: SignWith): Promise<Parsed<Signer, KeyCode>> {
  const [, name, id, encoded] = /^PRIVATE\+KEY\+([^+]*)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) return refuse('key_malformed');
  if (!isKeyName(name)) return refuse('key_name');
  const bytes = decodeBase64(encoded);
  if (bytes === undefined) return refuse('key_malformed');
  const algorithm = algorithmOf(bytes);
  if (algorithm === undefined) return refuse('key_type_unknown');
  if (bytes.length !== 1 + seedSize) return refuse('key_size');
  const signer = await signerOf({ name, algorithm, seed: bytes.subarray(1) }, signWith);
  return keyIdText(signer.keyId) === id ? accept(signer) : refuse('key_id_mismatch');
}
