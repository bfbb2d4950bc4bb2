import { expect, test } from 'vitest';
import { inflateRawSync } from 'node:zlib';
import { learned } from '../../apps/gateway/src/country/distress/learned-weights.ts';
import { labelled, readLessons } from '../../bench/distress/lessons.ts';
import { train } from '../../bench/distress/train.ts';

test('the weights that are shipped are what is learned from the examples that are shown', () => {
  const shipped = new Int8Array(inflateRawSync(Buffer.from(learned.distress.weights, 'base64')));
  const { weights } = train(labelled(readLessons()));
  expect(shipped.length).toBe(weights.length);
  // Another platform's logarithm may differ in its last digit, and then a weight by one.
  const others = shipped.filter((weight, bucket) => Math.abs(weight - (weights[bucket] ?? NaN)) > 1);
  expect(others.length).toBe(0);
});

test('what is learned from examples of two kinds tells them apart, and says nothing of what it never saw', () => {
  const examples = Array.from({ length: 40 }, (_each, index) => ({ features: [index % 2, 2 + (index % 5)], isOfKind: index % 2 === 1 }));
  const { weights } = train(examples, { buckets: 16 });
  expect(weights[0]).toBeLessThan(0);
  expect(weights[1]).toBeGreaterThan(0);
  expect([...weights.slice(8)]).toEqual(Array(8).fill(0));
});
