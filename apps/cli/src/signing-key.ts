import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { CodedError, formatVerifierKey, parseVerifierKey, verifierKey, type VerifierKey } from '@parlance/core';
import { isSignerName, keyIdOf, type StatementSigner } from '@parlance/pack';

/**
 * A key file is PKCS #8 in PEM with one line before it, which RFC 7468 (section 2) allows and other tools pass over. It tells the name, which is part of
 * the key id:
 * ```
 * Key: rita.release+c74f20a3+AUhG...
 * -----BEGIN PRIVATE KEY-----
 * ```
 */
const form = /^Key: (\S+)\n(-----BEGIN PRIVATE KEY-----\n[A-Za-z0-9+/=\n]+-----END PRIVATE KEY-----\n)$/;

/** A new key in a new file that only its owner can read. Throws `bad_usage` for a name that no key can have and where something stands already. */
export function makeKeyFile(path: string, name: string): VerifierKey {
  if (!isSignerName(name)) {
    throw new CodedError(
      'bad_usage',
      `<name>: expected small letters, digits, dots and hyphens, such as rita.ministry; received ${name.slice(0, 40)}`,
    );
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = verifierKey(name, 'ed25519', publicKeyOf(privateKey));
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    writeFileSync(path, `Key: ${formatVerifierKey(key)}\n${pem}`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new CodedError('bad_usage', `--out: ${path} cannot be made, or is there already; a key is never written over another`, { cause });
  }
  return key;
}

/** A signer with the key of a file. What needs one takes a `StatementSigner`, so that a key in other custody can take its place. */
export function readSigner(path: string): StatementSigner {
  const [, vkey = '', pem = ''] = form.exec(readKeyFile(path)) ?? [];
  const named = parseVerifierKey(vkey);
  const secret = privateKeyIn(pem);
  if (!named.ok || secret === null) throw notAKey(path);
  const key = verifierKey(named.value.name, 'ed25519', publicKeyOf(secret));
  if (formatVerifierKey(key) !== vkey) throw notAKey(path);
  return { keyId: keyIdOf(key), sign: (message) => Promise.resolve(Uint8Array.from(sign(null, message, secret))) };
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CodedError('bad_usage', `--key: no file ${path} that can be read`, { cause });
  }
}

/** Null for what is no Ed25519 key. */
function privateKeyIn(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function publicKeyOf(secret: KeyObject): Uint8Array {
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  return Uint8Array.from(Buffer.from(x, 'base64url'));
}

function notAKey(path: string): CodedError<'bad_usage'> {
  return new CodedError(
    'bad_usage',
    `--key: ${path} is no key as "parlance pack key" writes it: a line "Key: name+id+base64", then PKCS #8 in PEM`,
  );
}
