import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMatches } from './find-matches.ts';
import { contextReach } from './identifiers/identifier.ts';
import { startPass, step } from './pass.ts';
import { type OmitRule } from './rule.ts';
import { compiled, delivered, lawRule, proseContext, run, screenText } from './testing/sample-rules.ts';

const rule: OmitRule = {
  kind: 'omit',
  id: 'privacy.following',
  version: '1',
  cause: 'privacy',
  type: 'personal-identifier',
  matcher: { identifiers: ['kr.passport', 'kr.rrn', 'kr.plate', 'tr.passport', 'tr.plate', 'jp.passport', 'jp.licence', 'phone', 'email'] },
  rationale: { en: 'It identifies a person.' },
};
const notFollowed: OmitRule = { ...rule, matcher: { identifiers: ['lv.passport', 'us.passport'] } };
const screen = compiled([lawRule, rule]);
const found = (text: string): readonly string[] => findMatches(screen, text).map(({ start, end }) => text.slice(start, end));

describe('a context word that follows', () => {
  test.each([
    ['TK2122339が旅券番号です。', 'TK2122339'],
    ['M12345678은 제 여권번호입니다.', 'M12345678'],
    ['M１２３４５６７８은 제 여권번호입니다.', 'M１２３４５６７８'],
    ['06 AK 1234 plakalı araç benim.', '06 AK 1234'],
    ['U12345678 numaralı pasaportumu kaybettim.', 'U12345678'],
  ])('%s holds one', (text, value) => {
    expect(found(text)).toEqual([value]);
    expect(screenText([rule], text)).toMatch(/^⟦1/);
  });

  test.each([
    ['none at all', 'M12345678 dosyası.'],
    ['one in the next sentence', 'U12345678 gönderildi. Pasaport hazır.'],
    ['one in the next line', 'U12345678\npasaport'],
    ['one out of reach', `U12345678 ${'ve '.repeat(12)}pasaport`],
    ['one behind another identifier', 'U12345678 a@b.ee pasaport'],
  ])('with %s it is none', (_what, text) => {
    expect(found(text)).not.toContain(text.slice(0, 9));
  });

  test.each(['LV1234567 is my passport', '123456789 is her passport'])('counts only where the identifier says so: %s', (text) => {
    expect(screenText([notFollowed], text)).toBe(text);
  });
});

describe('what follows decides alike in any chunks (R7) and hides nothing (R4)', () => {
  const parts = fc.array(
    fc.constantFrom(
      ...[
        'M12345678',
        '은 제 ',
        '여권번호',
        '입니다',
        '. ',
        '\n',
        ' ',
        'U12345678',
        ' pasaport ',
        'numaralı',
        '06 AK 1234',
        ' plaka',
        'a@b.ee',
        'forbidden phrase',
      ],
      ...['code-1234', 'TK2122339', 'が旅券', '。', '5123 4567', 'tel ', '900101-1234567', 'word '],
    ),
    { maxLength: 14 },
  );

  test('whole and one unit at a time give the same text', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 9 }), (words, size) => {
        const text = words.join('');
        const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        expect(delivered(run(screen, chunks).segments)).toBe(delivered(run(screen, [text]).segments));
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['U12345678 a@b.ee pasaport', 'U12345678 x@y.ee pasaport'],
    ['U12345678 code-1234 pasaport code-5678', 'U12345678 code-1234 zzzzzzzz code-5678'],
    ['U12345678 forbidden phrase', 'U12345678 code-1234'],
  ])('%s and %s differ only in what is left out', (left, right) => {
    const texts = [left, right].map((text) => delivered(run(screen, [text]).segments));
    expect(texts[1]).toBe(texts[0]);
  });
});

describe('what is held back (R8)', () => {
  const heldAfter = (text: string): number => step(startPass(screen, proseContext), text)[0].held.length;

  test('is nothing for a text that holds no candidate', () => {
    expect(heldAfter('Bu bir metin, ')).toBe(0);
  });

  test('begins at the candidate and ends with the reach, the sentence or the word', () => {
    const candidate = 'U12345678 ';
    expect(heldAfter(`abc ${candidate}`)).toBe(candidate.length);
    expect(heldAfter(`${candidate}${'word, '.repeat(contextReach)}`)).toBe(0);
    expect(heldAfter(`${candidate}gönderildi. `)).toBe(0);
  });
});

test('a Korean particle hides neither the number before it nor the word before it', () => {
  expect(found('제 번호는 900101-1234568입니다.')).toEqual(['900101-1234568']);
  expect(found('여권번호는M12345678이고')).toEqual(['M12345678']);
});
