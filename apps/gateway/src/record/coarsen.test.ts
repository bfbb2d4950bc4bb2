import { publicSectors, sizeBuckets } from '@parlance/log';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed } from '../../../../packages/log/src/testing/answers.ts';
import { contextsOf } from './coarsen.ts';
import { type Answered } from './entry.ts';

const hour = '2026-11-21T13Z';
const answered = (context: Omit<Answered, 'record' | 'hour'>): Answered => ({ record: changed, hour, ...context });
const many = (count: number, sector: Answered['sector'], language = 'et'): readonly Answered[] =>
  Array.from({ length: count }, () => answered({ language, size: '10-99', ...(sector !== undefined && { sector }) }));
const sectorsOf = (answers: readonly Answered[]): readonly (string | null | undefined)[] =>
  contextsOf(answers, hour).map(({ sector }) => sector);

describe('the sector of a changed answer', () => {
  test('is told where ten of the batch share it', () => {
    expect(new Set(sectorsOf(many(10, 'education')))).toEqual(new Set(['education']));
    expect(new Set(sectorsOf(many(9, 'education')))).toEqual(new Set([null]));
  });

  test('is not told where those that are left could be told by subtraction', () => {
    const sectors = sectorsOf([...many(30, 'education'), ...many(12, 'health'), ...many(1, 'housing')]);
    expect(sectors.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'education'));
    expect(sectors.slice(30)).toEqual(Array.from({ length: 13 }, () => null));
    expect(new Set(sectorsOf([...many(12, 'education'), ...many(1, 'housing')]))).toEqual(new Set([null]));
  });

  test('is not told where nobody knows it, as of answers that an earlier version recorded', () => {
    expect(new Set(sectorsOf(many(20, undefined)))).toEqual(new Set([null]));
  });

  test('is shared in one language, or among those whose language is not told', () => {
    expect(new Set(sectorsOf([...many(10, 'education'), ...many(9, 'health', 'ru'), ...many(1, 'health', 'en')]))).toEqual(
      new Set(['education', 'health']),
    );
  });
});

const batches = fc.array(
  fc.record({
    language: fc.constantFrom('et', 'ru', 'en'),
    sector: fc.constantFrom(...publicSectors.slice(0, 3)),
    size: fc.constantFrom(...sizeBuckets.slice(0, 2)),
  }),
  { maxLength: 120 },
);

test('whatever a leaf tells beside the hour, ten leaves of its batch tell the same, and what is left of a language is none or ten', () => {
  fc.assert(
    fc.property(batches, (contexts) => {
      const told = contextsOf(contexts.map(answered), hour);
      const count = (isMeant: (each: (typeof told)[number]) => boolean): number => told.filter(isMeant).length;
      for (const { language, sector, size } of told) {
        if (language !== null) expect(count((each) => each.language === language)).toBeGreaterThanOrEqual(10);
        const inLanguage = (each: (typeof told)[number]): boolean => each.language === language;
        if (sector === null || sector === undefined) continue;
        expect(count((each) => inLanguage(each) && each.sector === sector)).toBeGreaterThanOrEqual(10);
        const left = count((each) => inLanguage(each) && each.sector === null);
        expect(left === 0 || left >= 10).toBe(true);
        if (size !== null)
          expect(count((each) => inLanguage(each) && each.sector === sector && each.size === size)).toBeGreaterThanOrEqual(10);
      }
    }),
  );
});
