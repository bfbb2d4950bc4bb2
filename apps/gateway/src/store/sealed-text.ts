import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type TextKey } from './objection-keys.ts';

/** Neither can stand in the place of the other. */
type SealedUse = 'text' | 'reasons';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** `nonce (12) || tag (16) || ciphertext`: as long as the text in UTF-8 and 28 bytes more. */
export function sealText({ name, secret }: TextKey, use: SealedUse, text: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, secret, nonce).setAAD(Buffer.from(`objection ${use} ${name}`));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
}

/** Null: it was not sealed with this key for this use, or has been changed since. */
export function openText({ name, secret }: TextKey, use: SealedUse, sealed: Uint8Array): string | null {
  try {
    const cipher = createDecipheriv(algorithm, secret, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
    cipher.setAAD(Buffer.from(`objection ${use} ${name}`)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([cipher.update(sealed.subarray(nonceBytes + tagBytes)), cipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
