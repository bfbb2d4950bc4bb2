import { createHmac, hash } from 'node:crypto';

/** The same as `../bytes.ts` by the platform's own code, which takes a fifth of the time. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const [only = new Uint8Array(), ...more] = parts;
  return plain(hash('sha256', more.length === 0 ? only : Buffer.concat(parts), 'buffer'));
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  return plain(createHmac('sha256', key).update(message).digest());
}

export function encodeUtf8(text: string): Uint8Array {
  return plain(Buffer.from(text));
}

export function encodeBase64({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('base64');
}

/** A `Buffer` is no equal of the same bytes, and its `slice` does not copy. */
function plain({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
