import { setImmediate as nextTurn } from 'node:timers/promises';
import { type BrotliCompress, constants, createBrotliCompress, createGzip, type Gzip } from 'node:zlib';

/** Content codings that are written here, the better one first. */
const codings = ['br', 'gzip'] as const;
export type Coding = (typeof codings)[number];

/** The best coding that a client takes (RFC 9110, 12.5.3): named, or by `*`, and not with weight 0. Null: none. */
export function codingFor(accepted: string | undefined): Coding | null {
  const wanted = (accepted ?? '').split(',').flatMap((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? [] : [name];
  });
  return codings.find((coding) => wanted.includes(coding)) ?? (wanted.includes('*') ? 'gzip' : null);
}

/**
 * Parts in a coding, flushed whenever nothing more is there at the moment, so that a page fills while it is written. The text of an answer stands in its page three times (to be read, to
 * be verified, and for the next question): compressed, the second and third cost almost nothing.
 */
export async function* compressed(parts: AsyncIterable<string>, coding: Coding): AsyncGenerator<Uint8Array> {
  const { stream, flush } = compressorOf(coding);
  const made: Uint8Array[] = [];
  stream.on('data', (chunk: Uint8Array) => made.push(chunk));
  const iterator: AsyncIterator<string, unknown> = parts[Symbol.asyncIterator]();
  try {
    for (let next = iterator.next(); ;) {
      const part = await next;
      if (part.done === true) break;
      if (part.value !== '') stream.write(part.value);
      next = iterator.next();
      if (await isHere(next)) continue;
      await flush();
      yield* made.splice(0);
    }
    await ended(stream);
    yield* made.splice(0);
  } finally {
    stream.destroy();
    await iterator.return?.();
  }
}

interface Compressor {
  readonly stream: Gzip | BrotliCompress;
  readonly flush: () => Promise<void>;
}

function compressorOf(coding: Coding): Compressor {
  // Level and quality at which compressing costs less than what it is applied to cost to make.
  const stream = coding === 'gzip' ? createGzip({ level: 6 }) : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const kind = coding === 'gzip' ? constants.Z_SYNC_FLUSH : constants.BROTLI_OPERATION_FLUSH;
  return {
    stream,
    flush: () =>
      new Promise((resolve) => {
        stream.flush(kind, resolve);
      }),
  };
}

/** Whether a part is there already; what fails is told when it is read. */
async function isHere(next: Promise<unknown>): Promise<boolean> {
  const here = next.then(
    () => true,
    () => true,
  );
  return Promise.race([here, nextTurn(false)]);
}

function ended(stream: Gzip | BrotliCompress): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('end', resolve).once('error', reject);
    stream.end();
  });
}
