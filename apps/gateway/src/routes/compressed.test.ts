import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed, takesGzip } from './compressed.ts';

describe('gzip is taken', () => {
  test.each(['gzip', 'br, gzip;q=0.5', '*', 'deflate, GZIP ;q=1.0'])('by %s', (accepted) => {
    expect(takesGzip(accepted)).toBe(true);
  });
  test.each([undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.000', 'x-gzip', 'identity'])('not by %s', (accepted) => {
    expect(takesGzip(accepted)).toBe(false);
  });
});

async function* parts(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) {
    await Promise.resolve();
    yield text;
  }
}

test('each part is told when it is there, and together they are the text', async () => {
  const chunks: Uint8Array[] = [];
  let before = 0;
  for await (const chunk of compressed(parts('one ', '', 'two ', 'three'))) {
    chunks.push(chunk);
    before += chunk.length;
    if (chunks.length === 2) expect(before).toBeGreaterThan(10);
  }
  expect(chunks.length).toBeGreaterThanOrEqual(4);
  expect(gunzipSync(Buffer.concat(chunks)).toString('utf8')).toBe('one two three');
});

test('a text that comes again costs almost nothing', async () => {
  const text = Array.from({ length: 200 }, (_, index) => `word ${(index * 7919) % 1009}`).join(' ');
  const sizeOf = async (...texts: readonly string[]): Promise<number> => {
    let size = 0;
    for await (const chunk of compressed(parts(...texts))) size += chunk.length;
    return size;
  };
  expect(await sizeOf(text, text)).toBeLessThan((await sizeOf(text)) + 60);
});

test('what breaks while it is written is told to the reader of the chunks', async () => {
  const broken = compressed(
    (async function* () {
      yield* parts('half');
      throw new Error('broken inside');
    })(),
  );
  await expect(
    (async () => {
      for await (const chunk of broken) expect(chunk.length).toBeGreaterThan(0);
    })(),
  ).rejects.toThrow('broken inside');
});
