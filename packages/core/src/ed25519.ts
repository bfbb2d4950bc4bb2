import { CodedError } from './coded-error.ts';

const signatureSize = 64;

/** A key is asked for again and again, and importing it takes half as long as verifying with it. */
const importedKeys = new WeakMap<Uint8Array, ImportedKey>();
type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

async function imported(publicKey: Uint8Array): Promise<ImportedKey> {
  const known = importedKeys.get(publicKey);
  if (known !== undefined) return known;
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', false, ['verify']);
  importedKeys.set(publicKey, key);
  return key;
}

/**
 * RFC 8032, with the platform's own WebCrypto. A key or signature of another shape verifies nothing; the bytes of a key do not change. Throws
 * `ed25519_unsupported` where the platform has no Ed25519: a verifier that cannot look must not say that a signature is bad.
 */
export async function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  if (signature.length !== signatureSize) return false;
  try {
    return await crypto.subtle.verify('Ed25519', await imported(publicKey), Uint8Array.from(signature), Uint8Array.from(message));
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NotSupportedError') {
      throw new CodedError('ed25519_unsupported', 'this platform cannot verify Ed25519 signatures', { cause });
    }
    return false;
  }
}
