import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountedCell, fewest, type ToldClass, toldClasses } from './told-classes.ts';
import { type Choice, chosenClasses, countsBy, type Facet, facets, maybeCount, toldSum, valueOf } from './choose-classes.ts';
import { keyOfSubject, type Subject } from '../facts/subject.ts';

const basisOf = (law: number) => ({ jurisdiction: 'EE', instrument: `Act ${law}`, article: '§ 1', url: 'https://law.example/1' });

function subjectOf(number: number): Subject {
  if (number === 0) return { kind: 'ended', type: 'outage', cause: null, basis: null, authority: null, rule: null, pack: 'ee' };
  const isLaw = number % 2 === 0;
  return {
    kind: number % 3 === 0 ? 'add' : 'omit',
    type: number % 3 === 0 ? 'ai-notice' : ['advertising', 'medicines'][number % 2]!,
    cause: isLaw ? 'law' : 'charter',
    basis: isLaw ? basisOf(number % 4) : null,
    authority: isLaw ? `Office ${number % 4}` : null,
    rule: `ee.rule.${number}`,
    pack: 'ee',
  };
}

const cell = (
  ...[month, number, language, count, sector = null]: readonly [string, number, string | null, number, (string | null)?]
): CountedCell => {
  const subject = subjectOf(number);
  return { month, subject, subjectKey: keyOfSubject(subject), language, sector, count };
};

/** Small numbers come often: they are what must not be told. */
const cellsOf = fc
  .array(
    fc.tuple(
      fc.constantFrom('2026-10', '2026-11'),
      fc.nat(5),
      fc.constantFrom('et', 'ru', 'en', null),
      fc.oneof(fc.nat(12), fc.nat(12), fc.integer({ min: 0, max: 300 })),
      fc.constantFrom('education', 'health', null),
    ),
    { maxLength: 40 },
  )
  .map((rows) => {
    const unique = new Map(
      rows.map(([month, number, language, count, sector]) => [
        `${month} ${number} ${String(language)} ${String(sector)}`,
        cell(month, number, language, count, sector),
      ]),
    );
    return [...unique.values()];
  });

const trueCount = ({ cells }: ToldClass): number => cells.reduce((sum, { count }) => sum + count, 0);

/** Every choice of month, language, sector and one facet more that the classes name, as anybody could ask. */
function choicesOf(classes: readonly ToldClass[]): readonly Choice[] {
  const values = (facet: Facet) => [undefined, ...countsBy([classes], facet).map(({ value }) => value)];
  const choices: Choice[] = [];
  for (const month of values('month')) {
    for (const [language, sector] of values('language').flatMap((each) => values('sector').map((other) => [each, other] as const))) {
      for (const facet of ['kind', 'type', 'law', 'authority', 'rule'] as const) {
        for (const value of values(facet)) {
          const pairs = [
            ['month', month],
            ['language', language],
            ['sector', sector],
            [facet, value],
          ].filter(([, each]) => each !== undefined);
          choices.push(Object.fromEntries(pairs) as Choice);
        }
      }
    }
  }
  return choices;
}

describe('what the register tells', () => {
  test('is of ten at least, in whole tens, each entry in one class at most', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const classes = toldClasses(cells);
        for (const told of classes) {
          expect(trueCount(told)).toBeGreaterThanOrEqual(fewest);
          expect(told.told).toBe(Math.floor(trueCount(told) / fewest) * fewest);
        }
        const held = classes.flatMap(({ cells: each }) => each);
        expect(new Set(held).size).toBe(held.length);
      }),
    );
  });

  test('leaves out nothing but months with fewer than ten', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const held = new Set(toldClasses(cells).flatMap(({ cells: each }) => each));
        const sumOf = (month: string): number => cells.reduce((sum, each) => (each.month === month ? sum + each.count : sum), 0);
        for (const each of cells) expect(held.has(each)).toBe(each.count > 0 && sumOf(each.month) >= fewest);
      }),
    );
  });

  test('is true of every entry that it is told of', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        for (const told of toldClasses(cells)) {
          for (const each of told.cells) {
            expect(each.month).toBe(told.month);
            expect([null, each.subject.kind]).toContain(told.kind);
            expect([null, each.subject.type]).toContain(told.type);
            if (told.subject !== null) expect(each.subjectKey).toBe(keyOfSubject(told.subject));
            if (told.language !== null) expect(each.language).toBe(told.language);
            if (told.sector !== null) expect(each.sector).toBe(told.sector);
          }
        }
      }),
    );
  });

  test('depends on the counts alone, and not on the order of the cells', () => {
    fc.assert(
      fc.property(cellsOf, fc.integer(), (cells, seed) => {
        const shuffled = cells.toSorted((left, right) => ((left.count * 7 + seed) % 13) - ((right.count * 7 + seed) % 13));
        const labels = (classes: readonly ToldClass[]) =>
          classes.map(({ cells, ...label }) => JSON.stringify([label, cells.length])).sort();
        expect(labels(toldClasses(shuffled))).toEqual(labels(toldClasses(cells)));
      }),
    );
  });
});

describe('whoever compares two answers of the register', () => {
  test('finds no difference below ten between any two choices, nor what may be', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const classes = toldClasses(cells);
        const told = new Set(
          choicesOf(classes).flatMap((choice) => [toldSum(chosenClasses([classes], choice)), maybeCount([classes], choice)]),
        );
        for (const one of told)
          for (const other of told)
            expect([0, ...(one === other ? [] : [Math.max(fewest, Math.abs(one - other))])]).toContain(Math.abs(one - other));
      }),
    );
  });

  /**
   * Linear attack: whatever sums somebody can ask for, and however they are added and subtracted, what comes out is made of whole classes, because the classes are disjoint and every answer is
   * a sum of them. So a set of cells whose sum could be had is a union of classes, and has ten at least.
   */
  test('can isolate no set of cells with one to nine entries by any sums and differences of answers', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const classes = toldClasses(cells);
        const answers = choicesOf(classes).map(
          (choice) =>
            new Set(
              chosenClasses([classes], choice)
                .flat()
                .flatMap((told) => told.cells),
            ),
        );
        // Cells that no answer tells apart, which is all that sums can be solved for.
        const atoms = new Map<string, number>();
        for (const each of cells) {
          if (each.count === 0 || !answers.some((answer) => answer.has(each))) continue;
          const signature = answers.map((answer) => (answer.has(each) ? '1' : '0')).join('');
          atoms.set(signature, (atoms.get(signature) ?? 0) + each.count);
        }
        for (const count of atoms.values()) expect(count).toBeGreaterThanOrEqual(fewest);
      }),
    );
  });

  /** Interval attack: bounds on a small cell from every answer that it may be part of. They hold ten values at least, so that none below ten is known. */
  test('cannot bound the count of a small cell to fewer than ten values', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const classes = toldClasses(cells);
        for (const small of cells.filter(({ count }) => count > 0 && count < fewest)) {
          const fits = classes.filter(
            (told) =>
              told.month === small.month &&
              [null, small.subject.kind].includes(told.kind) &&
              [null, small.subject.type].includes(told.type) &&
              (told.subject === null || keyOfSubject(told.subject) === small.subjectKey) &&
              [null, small.language].includes(told.language) &&
              [null, small.sector].includes(told.sector),
          );
          const held = fits.filter((told) => told.cells.some((each) => each === small));
          // Each class that it may be in has at least one other cell, so that nothing forces entries into this one.
          for (const told of held) expect(told.cells.length).toBeGreaterThan(1);
          const most = fits.reduce((sum, { told }) => sum + told + fewest - 1, 0);
          if (held.length > 0) expect(most + 1).toBeGreaterThanOrEqual(fewest);
        }
      }),
    );
  });

  test('would find small counts if small cells were told as they are', () => {
    const cells = [cell('2026-11', 2, 'et', 40), cell('2026-11', 2, 'ru', 3), cell('2026-11', 4, 'ru', 30)];
    const naive = [
      { language: 'et', told: 40 },
      { language: null, told: 43 },
    ];
    expect(naive[1]!.told - naive[0]!.told).toBe(3);
    const classes = toldClasses(cells);
    expect(toldSum(chosenClasses([classes], { language: 'ru' }))).toBe(0);
    expect(toldSum([classes])).toBe(70);
    expect(facets.map((facet) => countsBy([classes], facet).map(({ told }) => told))).toEqual([
      [70],
      [40],
      [40],
      [40],
      [40],
      [40],
      [40],
      [],
    ]);
  });
});

describe('a small cell', () => {
  test('goes up to what it has in common with others, and the rest stays exact', () => {
    const cells = [cell('2026-11', 2, 'et', 50), cell('2026-11', 2, 'ru', 3), cell('2026-11', 4, 'en', 8)];
    expect(toldClasses(cells).map((told) => [told.type, told.subject?.rule ?? null, told.language, told.told])).toEqual([
      ['advertising', 'ee.rule.2', 'et', 50],
      ['advertising', null, null, 10],
    ]);
  });

  test('of a sector is told with its language, else with its sector alone, else with its rule', () => {
    const rows = [
      ...[cell('2026-11', 2, 'et', 50, 'education'), cell('2026-11', 2, 'et', 6, 'health'), cell('2026-11', 2, 'et', 5, null)],
      ...[cell('2026-11', 2, 'ru', 7, 'health'), cell('2026-11', 2, 'en', 4, 'health'), cell('2026-11', 2, null, 10, 'education')],
    ];
    const labels = (cells: readonly CountedCell[]) => toldClasses(cells).map(({ language, sector, told }) => [language, sector, told]);
    expect(labels(rows)).toEqual([
      ['et', 'education', 50],
      ['et', null, 10],
      [null, 'education', 10],
      [null, 'health', 10],
    ]);
    expect(labels(rows.filter(({ sector }) => sector !== null))).toEqual([
      ['et', 'education', 50],
      [null, 'education', 10],
      [null, 'health', 10],
    ]);
  });

  test('takes the smallest class along where nothing else is left of its month', () => {
    const cells = [cell('2026-11', 2, 'et', 50), cell('2026-11', 2, 'en', 12), cell('2026-11', 0, 'ru', 3)];
    expect(toldClasses(cells).map((told) => [told.kind, told.language, told.told])).toEqual([
      ['omit', 'et', 50],
      [null, null, 10],
    ]);
  });

  test('that is all there is of a month is not told', () => {
    expect(toldClasses([cell('2026-11', 2, 'et', 9)])).toEqual([]);
  });

  test('says of no filter that it is none where its class does not say', () => {
    const classes = toldClasses([cell('2026-11', 2, 'et', 50), cell('2026-11', 2, 'ru', 6), cell('2026-11', 2, 'en', 6)]);
    expect(maybeCount([classes], { language: 'ru' })).toBe(10);
    expect(maybeCount([classes], { language: 'ru', type: 'gambling' })).toBe(0);
    expect(classes.map((told) => valueOf(told, 'language'))).toEqual(['et', undefined]);
  });
});
