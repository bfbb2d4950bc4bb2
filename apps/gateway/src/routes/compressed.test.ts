import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codingFor, compressed } from './compressed.ts';

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
    expect(codingFor(accepted)).toBe(coding);
  });
});

const read = { gzip: gunzipSync, br: brotliDecompressSync };

async function* parts(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) {
    await Promise.resolve();
    yield text;
  }
}

describe.each(['gzip', 'br'] as const)('%s', (coding) => {
  test('tells each part when it is there, and together they are the text', async () => {
    const chunks: Uint8Array[] = [];
    let told = '';
    const slow = (async function* () {
      yield 'one ';
      yield '';
      yield 'two ';
      await sleep(20);
      told = Buffer.concat(chunks).length > 0 ? 'before the third' : '';
      yield 'three';
    })();
    for await (const chunk of compressed(slow, coding)) chunks.push(chunk);
    expect(told).toBe('before the third');
    expect(read[coding](Buffer.concat(chunks)).toString('utf8')).toBe('one two three');
  });

  test('tells what broke while it was written', async () => {
    const broken = (async function* () {
      yield* parts('half');
      throw new Error('broken inside');
    })();
    await expect(
      (async () => {
        for await (const chunk of compressed(broken, coding)) expect(chunk.length).toBeGreaterThan(0);
      })(),
    ).rejects.toThrow('broken inside');
  });
});

test('a text that comes again costs almost nothing', async () => {
  const text = Array.from({ length: 200 }, (_, index) => `word ${(index * 7919) % 1009}`).join(' ');
  const sizeOf = async (...texts: readonly string[]): Promise<number> => {
    let size = 0;
    for await (const chunk of compressed(parts(...texts), 'br')) size += chunk.length;
    return size;
  };
  expect(await sizeOf(text, text)).toBeLessThan((await sizeOf(text)) + 60);
});
