import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textDifference, type TextPart } from './text-difference.ts';

const without = (parts: readonly TextPart[], kind: TextPart['kind']): string =>
  parts.map((part) => (part.kind === kind ? '' : part.text)).join('');

describe('the difference of two texts', () => {
  test('gives back both of them, whatever they are', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[ab \n]{0,40}$/));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textDifference(before, after, 'en');
        expect([without(parts, 'added'), without(parts, 'removed')]).toEqual([before, after]);
      }),
    );
  });

  test.each([
    ['en', ['It costs 60 euros.', 'It costs 72 euros.'], ['60 ', '72 ']],
    ['ar', ['يكلف ستين يورو', 'يكلف سبعين يورو'], ['ستين ', 'سبعين ']],
    ['zh', ['护照费用为60欧元。', '护照费用为72欧元。'], ['60', '72']],
  ])('%s: names the word that was changed', (language, [before = '', after = ''], [removed, added]) => {
    const changed = textDifference(before, after, language).filter(({ kind }) => kind !== 'same');
    expect(changed).toEqual([
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
    ]);
  });

  test('of texts that have nothing in common is the whole of each', () => {
    const [before, after] = ['a ', 'b '].map((word) => word.repeat(5000));
    expect(textDifference(before ?? '', after ?? '', 'en').map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  test('of nothing is nothing', () => {
    expect(textDifference('', '', 'en')).toEqual([]);
  });
});
