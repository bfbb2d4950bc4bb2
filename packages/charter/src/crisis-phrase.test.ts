import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crisisPhrases, spellings } from './crisis-phrase.ts';

describe('spellings', () => {
  test.each([
    ["i don't want to live", ['i dont want to live', 'i don’t want to live', 'i don t want to live']],
    ['ma tapan end ära', ['ma tapan end ara']],
    ['ich möchte sterben', ['ich mochte sterben', 'ich moechte sterben']],
    ['er heißt', ['er heisst']],
    ['je pense à me suicider', ['je pense a me suicider']],
    ['муж меня бьёт', ['муж меня бьет']],
    ['أريد أن أموت', ['اريد ان اموت']],
    ['جرعة زائدة', ['جرعه زايده']],
  ])('%j is also found as typed in haste', (phrase, others) => {
    expect(spellings(phrase)).toEqual(expect.arrayContaining([phrase, ...others]));
  });

  test('a Russian short i is not taken for a vowel with a mark', () => {
    expect(spellings('убей')).toEqual(['убей']);
  });

  test('a plain phrase has one spelling', () => {
    expect(spellings('i want to die')).toEqual(['i want to die']);
  });

  test('the phrase itself is always the first spelling and none comes twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', "'", 'ß', 'ü', 'й', 'ё', 'أ', 'ة', ' ') }), (phrase) => {
        const all = spellings(phrase);
        expect(all[0]).toBe(phrase);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

test('phrases keep their kind in every spelling', () => {
  const phrases = crisisPhrases({ 'self-harm': ["i'm done"], violence: [], poison: [], medical: ['sie atmet nicht'], child: [] });
  expect(phrases.filter(({ kind }) => kind === 'self-harm')).toHaveLength(4);
  expect(phrases.filter(({ kind }) => kind === 'medical')).toEqual([{ kind: 'medical', phrase: 'sie atmet nicht' }]);
});
