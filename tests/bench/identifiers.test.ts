import { describe, expect, test } from 'vitest';
import { countryCases } from '../../bench/identifiers/case-files.ts';
import { figuresOf, judge } from '../../bench/identifiers/figures.ts';
import { wrongOf } from '../../bench/identifiers/ordinary-figures.ts';
import { ownFinder } from '../../bench/identifiers/own-finder.ts';

const sets = countryCases('identifiers');
const bare = countryCases('identifiers-bare');

describe('the cases of identifiers', () => {
  test('are of thirty countries, with texts in which nobody is identified', () => {
    expect(sets.length).toBeGreaterThanOrEqual(30);
    for (const { country, cases } of sets)
      expect(cases.filter(({ finds }) => finds.length === 0).length, country).toBeGreaterThanOrEqual(12);
  });

  test.each(sets)('of $country are found, and little else is', async ({ country, cases }) => {
    const { precision, recall } = await figuresOf(cases, ownFinder(country));
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });
});

describe('numbers of people beside numbers that pass the same check by chance', () => {
  test.each(bare)('of $country are told apart as well as at the last change', async ({ country, cases }) => {
    const { precision, recall } = await figuresOf(cases, ownFinder(country));
    expect(recall).toBeGreaterThanOrEqual(0.87);
    expect(precision).toBeGreaterThanOrEqual(country === 'DE' ? 0.5 : 0.85);
  });
});

describe('ordinary numbers', () => {
  test.each(sets)('of $country are seldom taken for somebody', async ({ country }) => {
    const wrong = await wrongOf(country, { finder: ownFinder(country), ofEachKind: 25 });
    const sum = [...wrong.values()].reduce((total, one) => total + one, 0);
    expect(sum).toBeLessThanOrEqual(8);
  });
});

describe('figures', () => {
  const one = { text: 'code 123 456 of A', finds: ['123 456'] };
  const at = (start: number, end: number) => [{ start, end }];

  test('count a value as found only when it is covered from end to end', () => {
    expect(judge(one, at(5, 12))).toEqual({ values: 1, found: 1, wrong: 0 });
    expect(judge(one, at(5, 11))).toEqual({ values: 1, found: 0, wrong: 0 });
    expect(judge(one, [...at(5, 8), ...at(9, 12)])).toEqual({ values: 1, found: 1, wrong: 0 });
  });

  test('count a stretch that touches no value as wrong', () => {
    expect(judge(one, at(0, 4))).toEqual({ values: 1, found: 0, wrong: 1 });
    expect(judge({ text: 'nothing', finds: [] }, at(0, 4))).toEqual({ values: 0, found: 0, wrong: 1 });
  });
});
