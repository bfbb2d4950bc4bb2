import { describe, expect, test } from 'vitest';
import { nearSpelling } from './near-spelling.ts';

const near = nearSpelling(['suicidal', 'living', 'die', 'killing']);

describe('a word typed with one slip', () => {
  test.each([
    ['a letter left out', 'sucidal', 'suicidal'],
    ['a letter too many', 'suiicidal', 'suicidal'],
    ['neighbours exchanged', 'suicdial', 'suicidal'],
    ['a wrong letter in a long word', 'suisidal', 'suicidal'],
    ['a letter left out of a short word', 'livin', 'living'],
  ])('is known: %s', (_slip, typed, meant) => {
    expect(near(typed)).toEqual([meant]);
  });

  test.each([
    ['a word of the list itself', 'living'],
    ['a wrong letter in a short word, which is another word', 'loving'],
    ['another first letter, which is another word', 'filling'],
    ['a word too short to be told from others', 'dei'],
    ['two slips', 'sucdial'],
    ['a name that is only somewhat alike', 'suitable'],
  ])('is not invented: %s', (_reason, typed) => {
    expect(near(typed)).toEqual([]);
  });
});

test('of a word that is far longer than any that is known nothing is worked out', () => {
  const near = nearSpelling(['municipality', 'kindergarten']);
  const began = performance.now();
  expect(near('ab'.repeat(50_000))).toEqual([]);
  const long = performance.now() - began;
  // Each letter left out of a word of 100,000 would be ten thousand million letters.
  expect(long).toBeLessThan(5_000);
  expect(near('municipalityx')).toEqual(['municipality']);
});
