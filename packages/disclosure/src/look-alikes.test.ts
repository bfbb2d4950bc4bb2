import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../../tests/property-runs.ts';
import { findMatches } from './find-matches.ts';
import { compiled, lawRule } from './testing/sample-rules.ts';
import { foldText } from './text/fold.ts';
import { lookAlikesOf } from './text/look-alikes.ts';

const terms = ['casino', 'free spins', 'казино', 'ставки', 'καζίνο', 'jõukatsumine', 'Scheiße'];
const matcher = { terms, patterns: ['bonus-\\d{2,4}', 'play(ing)? now'] };
const asking = compiled([{ ...lawRule, matcher: { ...matcher, confusables: true } }]);
const plain = compiled([{ ...lawRule, matcher }]);

/** A spelling in which any letters are others that look like them. */
const disguised = fc
  .constantFrom(...terms, 'bonus-2024', 'playing now')
  .chain((term) =>
    fc
      .tuple(
        ...Array.from(term, (letter) =>
          fc.constantFrom(
            letter,
            ...(foldText(letter).length === 1 ? lookAlikesOf(foldText(letter)[0] ?? 0) : []).map((each) => String.fromCodePoint(each)),
          ),
        ),
      )
      .map((letters) => ({ term, text: letters.join('') })),
  );

describe('letters that look alike', () => {
  test('stand for each other where a rule asks for it, in every term and pattern', () => {
    fc.assert(
      fc.property(disguised, ({ text }) => {
        const whole = `Das ${text}, so.`;
        expect(findMatches(asking, whole).map(({ start, end }) => whole.slice(start, end))).toContain(text);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  test('do not where it does not', () => {
    fc.assert(
      fc.property(disguised, ({ term, text }) => {
        fc.pre(foldText(text).join() !== foldText(term).join());
        expect(findMatches(plain, `Das ${text}, so.`)).toEqual([]);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  test.each(['сasino', 'саsіnо', 'СASINО', 'cαsino', 'frее ѕpins', 'bоnus-77'])('%s is found', (text) => {
    expect(findMatches(asking, text)).toHaveLength(1);
    expect(findMatches(plain, text)).toEqual([]);
  });

  test.each(['casinos', 'basino', 'касса', 'caseino', 'c4sino', 'casin0', 'ca sino', 'bonus-7', 'ставка', 'play nоt'])(
    '%s is another word',
    (text) => {
      expect(findMatches(asking, text)).toEqual([]);
    },
  );

  test('one rule that asks changes nothing for another', () => {
    const other = { ...lawRule, id: 'xx.other', matcher: { terms: ['casino'] } };
    const both = compiled([{ ...lawRule, matcher: { ...matcher, confusables: true } }, other]);
    expect(findMatches(both, 'сasino').map(({ rule }) => rule)).toEqual([lawRule.id]);
  });
});
