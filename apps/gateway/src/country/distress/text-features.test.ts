import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketCount, featuresOf } from './text-features.ts';

test('every feature has a bucket, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const bucket of featuresOf(text)) expect(Number.isInteger(bucket) && bucket >= 0 && bucket < bucketCount).toBe(true);
    }),
  );
});

test.each([
  ['Я больше НЕ могу', 'я больше не могу'],
  ["I can't go on", 'i cant go on'],
  ['ich könnte', 'ich koennte'],
  ['sooo tired', 'so tired'],
])('%j and %j look the same', (one, other) => {
  expect(featuresOf(one)).toEqual(featuresOf(other));
});

test.each([
  ['the order of words', 'live to want', 'want to live'],
  ['a word and a piece of a longer one', 'art', 'party'],
  ['two letters', 'live', 'love'],
])('%s is told apart', (_what, one, other) => {
  expect(featuresOf(one)).not.toEqual(featuresOf(other));
});

test('what is no word has no features', () => {
  expect(featuresOf(' … ?! 🙂 — ').size).toBe(0);
});
