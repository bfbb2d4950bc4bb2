import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { digestOf } from '@parlance/web';
import { codingFor, type Coding, codings } from '../routes/compressed.ts';
import { type Exchange } from './stream-page.ts';

/** A file in every coding in which it is sent, each made once, when it is first wanted. */
export interface ReadyAsset {
  readonly type: string;
  readonly digest: string;
  readonly inCoding: (coding: Coding | null) => Uint8Array;
}

export function readyAsset(type: string, content: string | Uint8Array): ReadyAsset {
  const plain = Buffer.from(content);
  const made = new Map<Coding | null, Uint8Array>([[null, plain]]);
  const make = { br: smallest, gzip: (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }) };
  const inCoding = (coding: Coding | null): Uint8Array => {
    const bytes = made.get(coding) ?? (coding === null ? plain : make[coding](plain));
    made.set(coding, bytes);
    return bytes;
  };
  return { type, digest: digestOf(plain), inCoding };
}

function smallest(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

interface Asked {
  /** Whether the address names the content, so that it never stands for another. */
  readonly isNamed: boolean;
}

/** Sends a file, or that the browser has it (RFC 9110, 13.1.2). Each coding has a tag of its own: they are different bytes. */
export async function sendAsset({ request, reply }: Exchange, { type, digest, inCoding }: ReadyAsset, { isNamed }: Asked): Promise<void> {
  const coding = codingFor(request.headers['accept-encoding'], codings);
  const tag = `"${digest}${coding === null ? '' : `-${coding}`}"`;
  reply.headers({
    etag: tag,
    vary: 'accept-encoding',
    'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  });
  if (isHeld(request.headers['if-none-match'], tag)) return reply.code(304).send();
  if (coding !== null) reply.header('content-encoding', coding);
  return reply.type(type).send(inCoding(coding));
}

function isHeld(held: string | undefined, tag: string): boolean {
  const tags = (held ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
