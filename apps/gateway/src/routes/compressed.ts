import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createDeflateRaw, createGzip, type DeflateRaw, type Gzip, gzip } from 'node:zlib';

/** Content codings of pages that are whole, the better one first. */
export const codings = ['br', 'gzip'] as const;
export type Coding = (typeof codings)[number];

/** The best of some codings that a client takes (RFC 9110, 12.5.3): named, or by `*`, and not with weight 0. Null: none. */
export function codingFor<Offered extends Coding>(accepted: string | undefined, offered: readonly Offered[]): Offered | null {
  const wanted = (accepted ?? '').split(',').flatMap((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? [] : [name];
  });
  return offered.find((coding) => wanted.includes(coding)) ?? (wanted.includes('*') ? (offered.at(-1) ?? null) : null);
}

const coders = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** A text that is whole, at a quality that costs less than what it is applied to cost to make. */
export function inCoding(text: string, coding: Coding): Promise<Uint8Array> {
  const bytes = Buffer.from(text);
  if (coding === 'gzip') return coders.gzip(bytes);
  return coders.br(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

/** Takes bytes and gives fewer, and tells all that it holds whenever it is flushed. */
export type Compressor = Gzip | DeflateRaw;

// The window of 32 KiB holds an answer until its text comes again for the receipt and for the next question. One open stream takes about 270 KiB; Brotli took four times as much.
const window = { level: 9, windowBits: 15, memLevel: 8 } as const;

/** `Content-Encoding: gzip`. */
export const gzipped = (): Compressor => createGzip(window);

/** RFC 1951, for a reader that has a text already which much of this is made of. */
export const deflatedBeside = (known: Uint8Array): Compressor => createDeflateRaw({ ...window, dictionary: known });

/**
 * Parts in a coding, flushed whenever nothing more is there at the moment, so that a page fills while it is written. The text of an answer stands in its page three times (to be read, to
 * be verified, and for the next question): compressed, the second and third cost almost nothing.
 */
export async function* compressed(parts: AsyncIterable<string>, stream: Compressor): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  stream.on('data', (chunk: Uint8Array) => made.push(chunk));
  const iterator: AsyncIterator<string, unknown> = parts[Symbol.asyncIterator]();
  try {
    for (let next = iterator.next(); ;) {
      const part = await next;
      if (part.done === true) break;
      if (part.value !== '') stream.write(part.value);
      next = iterator.next();
      if (!(await isHere(next))) await flushed(stream);
      yield* made.splice(0);
    }
    await ended(stream);
    yield* made.splice(0);
  } finally {
    stream.destroy();
    await iterator.return?.();
  }
}

/** A partial flush gives away every bit that is there, as a full one does, with three bytes less each time; words of an answer come by the hundred. */
function flushed(stream: Compressor): Promise<void> {
  return new Promise((resolve) => {
    stream.flush(constants.Z_PARTIAL_FLUSH, resolve);
  });
}

/** Whether a part is there already; what fails is told when it is read. */
async function isHere(next: Promise<unknown>): Promise<boolean> {
  const here = next.then(
    () => true,
    () => true,
  );
  return Promise.race([here, nextTurn(false)]);
}

function ended(stream: Compressor): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('end', resolve).once('error', reject);
    stream.end();
  });
}
