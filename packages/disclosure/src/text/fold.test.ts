import { describe, expect, test } from 'vitest';
import { fold, foldedString, isWordSymbol, JOINED, LETTER, MARK, UNSPACED, WORD } from './fold.ts';

function flagsOf(character: string): number {
  return fold(character.codePointAt(0) ?? 0).flags[0] ?? 0;
}

describe('folding', () => {
  test.each([
    ['ABC', 'abc'],
    ['ＡＢＣ', 'abc'],
    ['õ', 'o\u0303'],
    ['o\u0303', 'o\u0303'],
    ['ß', 'ss'],
    ['ẞ', 'ss'],
    ['ς', 'σ'],
    ['Σ', 'σ'],
    ['İ', 'i'],
    ['ı', 'i'],
    ['ﬃ', 'ffi'],
    ['ſ', 's'],
    ['\u212a', 'k'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['০৯', '09'],
    ['𝟎𝟗𝟘𝟡', '0909'],
    ['②', '2'],
    ['½', '1\u20442'],
    ['–—‑−', '----'],
    ['’ʼ′', "'''"],
    ['a \t\u00a0\u3000\n b', 'a b'],
    ['a\u200b\u00ad\u2060\ufeff\u180e\ufe0f\u{e0041}b', 'ab'],
    ['a\u0000\u0007\u007fb', 'ab'],
    ['كـتاب', 'كتاب'],
    ['1\u20e3', '1'],
    ['a\u0336b\u0332', 'ab'],
    ['!\u0301a', '!a'],
    ['9\u0301', '9'],
    ['\u0301a', 'a'],
    ['\ud800', '\ud800'],
    ['تَبْغٌ', 'تبغ'],
    ['قُرْآن', 'قرا\u0653ن'],
    ['שָׁלוֹם', 'שלום'],
    ['❸❼❻⓿➂➆⓶', '3760372'],
  ])('%j becomes %j', (text, folded) => {
    expect(foldedString(text)).toBe(folded);
  });

  test.each([
    ['a letter', 'a', WORD | LETTER],
    ['a digit', '7', WORD],
    ['an underscore', '_', 0],
    ['a mark', '\u0303', WORD | LETTER | MARK],
    ['a Han character', '字', WORD | LETTER | UNSPACED],
    ['a Thai letter', 'ก', WORD | LETTER | UNSPACED],
    ['a full stop', '.', 0],
    ['an emoji', '😀', 0],
    ['a lone surrogate', '\ud800', 0],
  ])('%s has its flags', (_what, character, flags) => {
    expect(flagsOf(character)).toBe(flags);
  });

  test('later symbols of one character are joined to the first', () => {
    expect(fold(0xfb03).flags.map((flags) => flags & JOINED)).toEqual([0, JOINED, JOINED]);
  });

  test('letters of other alphabets do not become Latin ones', () => {
    expect(foldedString('а')).not.toBe('a');
    expect(isWordSymbol(0x2d)).toBe(false);
  });

  test('folding what is folded changes nothing, for every character of the basic plane', () => {
    for (let codePoint = 0; codePoint < 0x10000; codePoint++) {
      const once = foldedString(String.fromCodePoint(codePoint));
      if (foldedString(once) !== once) expect.fail(`U+${codePoint.toString(16)}`);
    }
  });
});
