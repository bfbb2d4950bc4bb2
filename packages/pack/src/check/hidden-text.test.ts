import { describe, expect, test } from 'vitest';
import { decodeSource, type SourceText } from '../format/source-text.ts';
import { hiddenText } from './hidden-text.ts';

function codesIn(text: string): readonly string[] {
  const source = decodeSource('knowledge/en/x.md', new TextEncoder().encode(text));
  return hiddenText({ sources: new Map(source === null ? [] : [[source.path, source satisfies SourceText]]) }).map(({ code }) => code);
}

/** Every code point that has a property; surrogates are no text. */
function codePoints(form: RegExp): readonly number[] {
  return Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter(
    (codePoint) => (codePoint < 0xd800 || codePoint > 0xdfff) && form.test(String.fromCodePoint(codePoint)),
  );
}

describe('what cannot be seen', () => {
  test('is refused between two Latin letters, whatever it is', () => {
    const invisible = codePoints(/[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}]/u).filter((codePoint) => codePoint !== 0x0a);
    expect(invisible.length).toBeGreaterThan(4000);
    const missed = invisible.filter((codePoint) => codesIn(`la${String.fromCodePoint(codePoint)}w`).length === 0);
    expect(missed).toEqual([]);
  });

  test('is refused behind an Arabic letter and a digit as well', () => {
    for (const hidden of ['\u202e', '\u2066', '\u200f', '\ufeff', '\u{e0041}', '\ufe0f']) {
      expect(codesIn(`قانون${hidden}`), `U+${hidden.codePointAt(0)?.toString(16) ?? ''}`).not.toEqual([]);
      expect(codesIn(`1${hidden}`)).not.toEqual([]);
    }
  });

  test('is counted five times a kind at most', () => {
    expect(codesIn('\u200b'.repeat(100))).toHaveLength(5);
  });
});

describe('what can be seen', () => {
  test.each([
    ['Latin with accents', 'Õigusaktide süsteem, ð, ł, ş, ğ'],
    ['Cyrillic with stress', 'за́мок'.normalize('NFC')],
    ['Arabic with harakat', 'يُحَظِّرُ القانونُ'],
    ['Arabic number sign', '\u0600١٢٣'],
    ['Persian with a joiner', 'می\u200cخواهیم'],
    ['Hindi with a joiner', 'क\u094d\u200dष'],
    ['Tifinagh', 'ⵜⴰⵎⴰⵣⵉⵖⵜ'],
    ['Chinese', '法律，禁止“烟草”广告。'],
    ['French with narrow spaces', 'Êtes-vous là\u202f? «\u00a0Oui\u00a0»'],
    ['an emoji with its selector', 'Call \u260e\ufe0f now'],
    ['Thai with marks', 'ที่นี่'],
    ['lines', 'one\ntwo\n'],
  ])('passes: %s', (_, text) => {
    expect(codesIn(text)).toEqual([]);
  });
});
