import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMatches } from '../find-matches.ts';
import { compile } from '../screen.ts';
import { foldText } from '../text/fold.ts';
import { identifierIds, identifiers } from './index.ts';
import { mayHoldIdentifier } from './may-hold-identifier.ts';

const holdsDigitOrAt = (symbols: readonly number[]): boolean => symbols.some((symbol) => /[0-9@]/u.test(String.fromCodePoint(symbol)));

describe('a text that cannot hold an identifier', () => {
  test('has no character that folds to a digit or an at sign, in all of Unicode', () => {
    const wrong: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      const text = String.fromCodePoint(point);
      if (!mayHoldIdentifier(text) && holdsDigitOrAt(foldText(text))) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('matches no pattern of any identifier', () => {
    const unit = fc.constantFrom('a', 'b', 'z', 'õ', 'Ä', 'я', 'Ж', ' ', '.', ',', '-', '/', '(', ')', '+', ':', 'E', 'I', 'A', 'N', '_');
    const letters = fc.string({ unit, minLength: 1, maxLength: 40 });
    const { screen } = compile([
      {
        kind: 'omit',
        id: 'x',
        version: '1',
        cause: 'privacy',
        type: 'personal-identifier',
        matcher: { patterns: identifierIds.flatMap((id) => identifiers[id].forms.map(({ pattern }) => pattern)) },
        rationale: {},
      },
    ]);
    fc.assert(
      fc.property(letters, (text) => {
        expect(mayHoldIdentifier(text)).toBe(false);
        expect(findMatches(screen!, text)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '37605030299',
    '٣٧٦٠٥٠٣٠٢٩٩',
    '３７６０５',
    'a@b.ee',
    'a＠b.ee',
    '①',
    '㏠',
    '\u{1d7d8}',
    '²',
    '½',
    'a (at) b.ee',
    'a [AT] b.ee',
    'a&commat;b.ee',
    '❸',
  ])('is not %s', (text) => {
    expect(mayHoldIdentifier(text)).toBe(true);
  });
});
