import { describe, expect, test } from 'vitest';
import { fold, foldedWords, gramsOf } from './grams.ts';

function grams(word: string): readonly string[] {
  return gramsOf(word).map(({ gram }) => gram);
}

describe('folding', () => {
  test.each([
    ['Õigus', 'oigus'],
    ['ЕЩЁ', 'еще'],
    ['ＩＤ', 'id'],
    ['e\u0301', 'e'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('vowel signs are kept: they are no accents', () => {
    expect(fold('की')).not.toBe(fold('क'));
    expect(fold('กี')).not.toBe(fold('ก'));
  });
});

describe('words', () => {
  test('marks part words', () => {
    expect(foldedWords('ID-kaart, pass?')).toEqual(['id', 'kaart', 'pass']);
  });

  test('in scripts without spaces each pair of characters is one', () => {
    expect(foldedWords('申請護照 ABC')).toEqual(['申請', '請護', '護照', 'abc']);
    expect(foldedWords('護')).toEqual(['護']);
  });

  test.each(['', ' ', '?!', '\ud800', '🙂'])('%j has none', (text) => {
    expect(foldedWords(text)).toEqual([]);
  });
});

describe('grams', () => {
  test('lie inside a word, and the beginning is one more', () => {
    expect(grams('passi')).toEqual(['^pass', 'pass', 'assi']);
  });

  test('a short word is its own', () => {
    expect(grams('id')).toEqual(['id']);
  });

  test('endings weigh less than beginnings', () => {
    const weights = gramsOf('isikutunnistus').map(({ weight }) => weight);
    expect([...weights].sort((one, other) => other - one)).toEqual(weights);
  });

  test('letters outside the basic plane are not cut', () => {
    expect(grams('𐌀𐌁𐌂𐌃𐌄')).toEqual(['^𐌀𐌁𐌂𐌃', '𐌀𐌁𐌂𐌃', '𐌁𐌂𐌃𐌄']);
  });
});
