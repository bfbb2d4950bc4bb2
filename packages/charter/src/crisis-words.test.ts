import { describe, expect, test } from 'vitest';
import { calmSenses, crisisRules, crisisSenses } from './crisis-sense.ts';
import { crisisWords } from './crisis-words.ts';

test('every sense of distress stands in a rule, and every word of calm too', () => {
  expect(new Set(crisisRules.flatMap(({ first, second }) => [first, second]))).toEqual(new Set(crisisSenses));
  expect(new Set(crisisRules.flatMap(({ unless }) => unless))).toEqual(new Set(calmSenses));
});

describe.each(Object.entries(crisisWords))('words of distress in %s', (_language, words) => {
  test('no sense is empty, and no word stands twice in one', () => {
    for (const list of Object.values(words)) {
      expect(list.length).toBeGreaterThan(0);
      expect(list.filter((word, index) => list.indexOf(word) !== index)).toEqual([]);
    }
  });

  test('are in small letters, with a stem before each star', () => {
    for (const word of Object.values(words).flat()) {
      expect(word).toBe(word.toLowerCase());
      expect(word.split(' ').filter((part) => part.includes('*') && !/^[^*]{2,}\*$/u.test(part))).toEqual([]);
    }
  });

  test('a word of calm is no word of distress, which would silence itself', () => {
    const calm = new Set(calmSenses.flatMap((sense) => words[sense]));
    for (const sense of ['death', 'their-death', 'self', 'enduring'] as const)
      expect(words[sense].filter((word) => calm.has(word))).toEqual([]);
  });
});
