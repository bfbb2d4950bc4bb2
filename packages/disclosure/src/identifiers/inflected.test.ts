import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiled, privacyRule, run, delivered } from '../testing/sample-rules.ts';

const rule = {
  ...privacyRule,
  matcher: { identifiers: ['ee.isikukood', 'tr.kimlik', 'lv.personas-kods', 'card', 'phone', 'iban', 'email'] },
} as const;
const screen = compiled([rule]);
const inline = (text: string): string => delivered(run(screen, [text]).segments).split('\n\n⟦')[0] ?? '';

describe('a number with a check digit', () => {
  test.each([
    ['Anna see 49403136526le edasi', 'Anna see ⟦1: left out, personal-identifier⟧le edasi'],
    ['kood49403136526', 'kood⟦1: left out, personal-identifier⟧'],
    ['isikukoodist 376 0503 0299le', 'isikukoodist ⟦1: left out, personal-identifier⟧le'],
    ['kaardilt 4111 1111 1111 1111ga', 'kaardilt ⟦1: left out, personal-identifier⟧ga'],
    ['helista +372 5123 4567le', 'helista ⟦1: left out, personal-identifier⟧le'],
    ['кодом49403136526', 'кодом⟦1: left out, personal-identifier⟧'],
  ])('is found also where letters stand against it: %s', (text, expected) => {
    expect(inline(text)).toBe(expected);
  });

  test.each([
    ...['A49403136527B', '149403136526a', 'a1494031365261', 'v2.49403136526.x1'.replace('49403136526', '49403136527')],
    ...['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'tel5123456le', 'ab49403136526cd', 'abc112le', '51234567le'],
  ])('is nothing else: %s', (text) => {
    expect(inline(text)).toBe(text);
  });

  test('is found wherever one is found that stands alone, with letters before it or behind it', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'õ', 'le', 'я', 'ж'), maxLength: 4 });
    const number = fc.constantFrom('49403136526', '376 0503 0299', '4111111111111111', '٣٧٦٠٥٠٣٠٢٩٩');
    fc.assert(
      fc.property(letters, number, fc.boolean(), (word, code, isBefore) => {
        const [before, after] = isBefore ? [word, ''] : ['', word];
        expect(inline(`x ${before}${code}${after} x`)).toBe(`x ${before}⟦1: left out, personal-identifier⟧${after} x`);
      }),
    );
  });
});
