import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { createGunzip, createInflateRaw, gunzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingFor, codings, compressed, type Compressor, deflatedBeside, gzipped } from './compressed.ts';

describe('the coding of a client', () => {
  test.each([
    ['br, gzip;q=0.5', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['deflate, GZIP ;q=1.0', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'gzip'],
    [undefined, null],
    ['', null],
    ['gzip;q=0', null],
    ['gzip; q=0.000', null],
    ['x-gzip', null],
    ['identity', null],
  ])('of %s is %s', (accepted, coding) => {
    expect(codingFor(accepted, codings)).toBe(coding);
  });

  test('is none that is not offered', () => {
    expect(codingFor('br, gzip;q=0.5', ['gzip'])).toBe('gzip');
    expect(codingFor('br', ['gzip'])).toBeNull();
  });
});

const phrases = Buffer.from('<p class="changes">Nothing was left out or added.</p>'.repeat(3));

const kinds = {
  gzip: { make: gzipped, read: gunzipSync },
  'deflated beside a text': {
    make: () => deflatedBeside(phrases),
    read: (bytes: Buffer) => inflateRawSync(bytes, { dictionary: phrases }),
  },
};

async function* parts(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) {
    await Promise.resolve();
    yield text;
  }
}

async function bytesOf(texts: AsyncIterable<string>, make: () => Compressor): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of compressed(texts, make())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe.each(Object.entries(kinds))('%s', (_name, { make, read }) => {
  test('tells each part when it is there, all of it, and together they are the text', async () => {
    const reader = make === gzipped ? createGunzip() : createInflateRaw({ dictionary: phrases });
    let seen = '';
    reader.on('data', (chunk: Buffer) => (seen += chunk.toString('utf8')));
    let told = '';
    const slow = (async function* () {
      yield 'one ';
      yield '';
      yield 'two ';
      await sleep(50);
      told = seen;
      yield 'three';
    })();
    for await (const chunk of compressed(slow, make())) reader.write(chunk);
    await once(reader.end(), 'end');
    expect(told).toBe('one two ');
    expect(seen).toBe('one two three');
  });

  test('gives back any text, however it came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (texts) => {
        expect(read(await bytesOf(parts(...texts), make)).toString('utf8')).toBe(texts.join(''));
      }),
      { numRuns: 30 },
    );
  });

  test('tells what broke while it was written', async () => {
    const broken = (async function* () {
      yield* parts('half');
      throw new Error('broken inside');
    })();
    await expect(bytesOf(broken, make)).rejects.toThrow('broken inside');
  });

  test('lets go of the parts when its reader goes', async () => {
    let isOver = false;
    const endless = (async function* () {
      try {
        for (;;) {
          yield 'more ';
          await sleep(5);
        }
      } finally {
        isOver = true;
      }
    })();
    for await (const chunk of compressed(endless, make())) if (chunk.length > 0) break;
    expect(isOver).toBe(true);
  });
});

test('a text that comes again costs almost nothing, and so does one that the reader has', async () => {
  const text = Array.from({ length: 200 }, (_, index) => `word ${(index * 7919) % 1009}`).join(' ');
  const once = (await bytesOf(parts(text), gzipped)).length;
  expect((await bytesOf(parts(text, text), gzipped)).length).toBeLessThan(once + 60);
  expect((await bytesOf(parts(text), () => deflatedBeside(Buffer.from(text)))).length).toBeLessThan(60);
});

test('two hundred words, each told at once, cost at most five bytes each beyond what they cost together', async () => {
  const words = Array.from({ length: 200 }, (_, index) => `word${(index * 7919) % 1009} `);
  const slowly = (async function* () {
    for (const word of words) {
      yield word;
      await nextTurn();
    }
  })();
  const together = (await bytesOf(parts(words.join('')), gzipped)).length;
  expect((await bytesOf(slowly, gzipped)).length).toBeLessThan(together + 5 * words.length);
});
