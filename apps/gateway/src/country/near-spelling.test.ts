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

test('of a word that is far longer than any that is known nothing is worked out, which would take the square of its length', () => {
  expect(near('ab'.repeat(500_000))).toEqual([]);
});
