import { expect, test } from 'vitest';
import { evaluation } from './evaluation-matcher.ts';
import { freeTexts } from './free-text.ts';
import { readPack } from '../format/read-pack.ts';
import { minimalPack } from './minimal-pack.ts';

/** Steps grow with the length and not with its square: twice the text takes far less than four times as long. */
test.each(['总统', '总统 ', 'president', 'a', 'wise '])('a long text of %s is read in linear time', (piece) => {
  const time = (length: number): number => {
    const text = piece.repeat(length);
    const times = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage().user;
      evaluation(text);
      return process.cpuUsage().user - start;
    });
    return Math.min(...times);
  };
  const [once, often] = [time(20_000), time(160_000)];
  expect(often).toBeLessThan(Math.max(once, 2000) * 24);
});

test('a language whose name is that of a field is a free text all the same', () => {
  const manifest = (minimalPack['pack.yaml'] ?? '')
    .replace('languages: [en, fr, es, ru, ar, zh]', 'languages: [en, id]')
    .replace(/issuer: .*/, 'issuer: {en: Test office, id: Kantor}');
  const files = { ...minimalPack, 'pack.yaml': manifest };
  const draft = readPack(new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])));
  expect(freeTexts(draft).map(({ text }) => text)).toContain('Kantor');
});
