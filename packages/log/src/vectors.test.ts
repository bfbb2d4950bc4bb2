import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeVector, type Vector } from './testing/judge-vector.ts';

const folder = new URL('../../../vectors/log/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const vectors = files.map((file) => ({ file, vector: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Vector }));
const refused = vectors.filter(({ vector }) => 'refused' in vector.expect);

describe('vectors', () => {
  test('there are enough, each named as its file, most of them threats', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(120);
    expect(refused.length).toBeGreaterThan(vectors.length / 2);
    for (const { file, vector } of vectors) expect(file).toBe(`${vector.name}.json`);
  });

  test.each(vectors.map(({ vector }) => [vector.name, vector] as const))('%s', async (_, vector) => {
    expect(await judgeVector(vector)).toEqual(vector.expect);
  });
});
