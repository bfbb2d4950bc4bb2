import { constants, createGzip, type Gzip } from 'node:zlib';

/** Whether a client takes gzip (RFC 9110, 12.5.3): named, and not with weight 0. */
export function takesGzip(accepted: string | undefined): boolean {
  return (accepted ?? '').split(',').some((each) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(each));
}

/**
 * Parts as gzip, each flushed as soon as it is there, so that a page fills while it is written. The text of an answer stands in its page three times (to be read, to be verified, and for
 * the next question): compressed, the second and third cost almost nothing.
 */
export async function* compressed(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip({ level: 6 });
  const made: Uint8Array[] = [];
  gzip.on('data', (chunk: Uint8Array) => made.push(chunk));
  try {
    for await (const part of parts) {
      if (part === '') continue;
      gzip.write(part);
      await flushed(gzip);
      yield* made.splice(0);
    }
    await ended(gzip);
    yield* made.splice(0);
  } finally {
    gzip.destroy();
  }
}

function flushed(gzip: Gzip): Promise<void> {
  return new Promise((resolve) => {
    gzip.flush(constants.Z_SYNC_FLUSH, resolve);
  });
}

function ended(gzip: Gzip): Promise<void> {
  return new Promise((resolve, reject) => {
    gzip.once('end', resolve).once('error', reject);
    gzip.end();
  });
}
