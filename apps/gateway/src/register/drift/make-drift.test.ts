import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, toldClasses } from '../cube/told-classes.ts';
import { type Cell } from '../cube/cell.ts';
import { keyOfSubject, type Subject } from '../facts/subject.ts';
import { type RegisterTotals } from '../../store/register-row.ts';
import { bounds } from './found-drift.ts';
import { type DriftInput, makeDrift } from './make-drift.ts';

const subjectOf = (rule: string, kind: Subject['kind'] = 'omit'): Subject => ({
  ...{ kind, type: kind === 'add' ? 'ai-notice' : 'gambling', cause: 'law', authority: null, rule, pack: 'ee' },
  basis: { jurisdiction: 'EE', instrument: 'Act', article: '§ 1', url: 'https://law.example/1' },
});

type Count = readonly [month: string, rule: string, language: string | null, count: number, kind?: Subject['kind'], sector?: string | null];

const cellsOf = (counts: readonly Count[]): readonly Cell[] =>
  counts.map(([month, rule, language, count, kind, sector = null], cell) => {
    const subject = subjectOf(rule, kind);
    return { log: 'log.example/2026h2', cell, month, subject, subjectKey: keyOfSubject(subject), language, sector, count, newest: [] };
  });

const inputOf = (
  counts: readonly Count[],
  answers: Readonly<Record<string, number>>,
  decisions: RegisterTotals['decisions'] = [],
): DriftInput => ({
  months: [toldClasses(cellsOf(counts))],
  ...{ answers: new Map(Object.entries(answers)), decisions, sizes: new Map([['log.example/2026h2', 9n]]) },
});

const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'] as const;
const newest = '2026-11';
const answers = Object.fromEntries(months.map((month) => [month, 5000]));
/** In each month the same; `change` says what is other in the newest. */
const steadily = (...[rule, language, count, last = count]: [string, string | null, number, number?]): readonly Count[] =>
  months.map((month) => [month, rule, language, month === newest ? last : count]);
const found = (counts: readonly Count[], more: Readonly<Record<string, number>> = {}) =>
  makeDrift(inputOf(counts, { ...answers, ...more }), null);
const verdicts = (rows: readonly { readonly rule: string; readonly language: string | null; readonly verdict: string }[]) =>
  rows
    .filter(({ verdict }) => !['steady', 'alike', 'untested'].includes(verdict))
    .map(({ rule, language, verdict }) => [rule, language, verdict].join(' '));

describe('a rule beside its own past', () => {
  test('is an alert where it acts three times as often, with the months that show it', () => {
    const drift = found([...steadily('a', 'et', 60, 180), ...steadily('b', 'et', 200)]);
    expect(verdicts(drift.rules)).toEqual(['a  rose']);
    const [row] = drift.rules;
    expect(row).toMatchObject({ now: { at_least: 180, per_10000: 360 }, past: { at_least: 300, per_10000: 120 } });
    expect(row?.ratio).toBeGreaterThanOrEqual(bounds.ratio);
    expect(row?.months.map(({ month, at_least }) => [month, at_least])).toEqual(
      months.map((month) => [month, month === newest ? 180 : 60]),
    );
    expect(drift.review).toMatchObject([{ rule: 'a', reasons: ['rose'], languages: [] }]);
  });

  test('is none where few changes seem to be nearly three times as often, and whole tens leave less than twice', () => {
    const counts: readonly Count[] = [
      ['2026-10', 'a', 'et', 30],
      [newest, 'a', 'et', 150],
    ];
    const [row] = makeDrift(inputOf(counts, { '2026-10': 110, [newest]: 190 }), null).rules;
    expect(row).toMatchObject({ now: { per_10000: 7890 }, past: { per_10000: 2730 }, verdict: 'steady', ratio: 1.81 });
  });

  test('is an alert where it all but stopped, and no candidate for taking away too much', () => {
    const drift = found([...steadily('a', 'et', 120, 4), ...steadily('b', 'et', 200), ...steadily('c', 'et', 0, 8)]);
    expect(verdicts(drift.rules)).toEqual(['a  fell']);
    expect(drift.rules[0]?.now).toEqual({ at_least: 0, per_10000: null });
    expect(drift.review).toEqual([]);
  });

  test.each([
    ['twice as often by rounding alone', [...steadily('a', 'et', 19, 20), ...steadily('b', 'et', 200)], {}],
    ['as often among twice the answers', [...steadily('a', 'et', 60, 180), ...steadily('b', 'et', 200, 600)], { '2026-11': 15_000 }],
    ['half as often again', [...steadily('a', 'et', 400, 600), ...steadily('b', 'et', 2000)], {}],
  ])('is none where it acts %s', (_name, counts, more) => {
    expect(verdicts(found(counts, more).rules)).toEqual([]);
  });

  test('needs a larger swing where it has always swung', () => {
    const swinging = months.map((month, place): Count => [month, 'a', 'et', month === newest ? 500 : place % 2 === 0 ? 20 : 300]);
    expect(verdicts(found([...swinging, ...steadily('b', 'et', 900)]).rules)).toEqual([]);
    const even = steadily('a', 'et', 160, 500);
    expect(verdicts(found([...even, ...steadily('b', 'et', 900)]).rules)).toEqual(['a  rose']);
  });

  test('has no past in its first month, and nothing is said', () => {
    expect(verdicts(found([[newest, 'a', 'et', 900], ...steadily('b', 'et', 200)]).rules)).toEqual(['a  first']);
  });
});

describe('a rule in one language', () => {
  test('is an alert where it rises there and not in the others', () => {
    const drift = found([
      ...steadily('a', 'et', 60, 240),
      ...steadily('a', 'ru', 600),
      ...steadily('b', 'et', 900),
      ...steadily('b', 'ru', 900),
    ]);
    expect(verdicts(drift.languages)).toEqual(['a et rose']);
  });

  test('is none where the whole language is used more, nor where another rule stops acting', () => {
    const grown = [...steadily('a', 'et', 60, 240), ...steadily('b', 'et', 600, 2400), ...steadily('b', 'ru', 3000)];
    expect(verdicts(found(grown).languages)).toEqual([]);
    const stopped = [...steadily('a', 'et', 60), ...steadily('b', 'et', 900, 100), ...steadily('b', 'ru', 3000)];
    // Nor is that other rule: it had nearly all entries of its language, and still has most.
    expect(verdicts(found(stopped).languages)).toEqual([]);
  });
});

describe('a rule between languages', () => {
  test('is an alert where it takes a larger share of one of them', () => {
    const drift = found([
      ...steadily('a', 'et', 300),
      ...steadily('a', 'ru', 30),
      ...steadily('b', 'et', 900),
      ...steadily('b', 'ru', 900),
    ]);
    expect(verdicts(drift.between)).toEqual(['a et more', 'a ru less']);
    expect(drift.review).toMatchObject([{ rule: 'a', reasons: ['more-in-a-language'], languages: ['et'] }]);
  });

  test('is not compared where a language has fewer than a hundred entries', () => {
    expect(found([...steadily('a', 'et', 40), ...steadily('b', 'et', 20), ...steadily('b', 'ru', 900)]).between).toEqual([]);
  });
});

describe('decided objections', () => {
  const decided = (right: number, rejected: number) =>
    makeDrift(
      inputOf(steadily('a', 'et', 60), answers, [
        { rule: 'a', outcome: 'upheld', count: right - 3 },
        { rule: 'a', outcome: 'corrected', count: 3 },
        { rule: 'a', outcome: 'rejected', count: rejected },
      ]),
      null,
    ).review;

  test('put a rule on the list when ten were found right, and a fifth of them', () => {
    expect(decided(17, 31)).toMatchObject([{ reasons: ['objections'], objections: { found_right: 10, rejected: 30 } }]);
  });

  test.each([
    [9, 0],
    [12, 60],
  ])('%i that were right and %i that were not put none there', (right, rejected) => {
    expect(decided(right, rejected)).toEqual([]);
  });
});

/** Numbers that are the same in every run (mulberry32), and a Poisson variable by counting gaps. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 4294967296;
  };
}

function poisson(mean: number, random: () => number): number {
  let [count, sum] = [0, -Math.log(1 - random())];
  for (; sum < mean; count++) sum -= Math.log(1 - random());
  return count;
}

describe('over many months in which nothing changed', () => {
  test('there is an alert no more often than is said: 300 logs of 12 rules in three languages', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed);
      const volume = Object.fromEntries(months.map((month) => [month, 1000 + Math.floor(random() * 9000)]));
      const rules = Array.from({ length: 12 }, (_, rule) => ({ rule: `rule.${rule}`, rate: 0.001 + 0.03 * random() ** 3 }));
      const counts = months.flatMap((month) =>
        rules.flatMap(({ rule, rate }) =>
          [['et', 0.6] as const, ['ru', 0.3] as const, ['en', 0.1] as const].map(([language, share]): Count => [
            month,
            rule,
            language,
            poisson((volume[month] ?? 0) * rate * share, random),
          ]),
        ),
      );
      const { rules: rows, languages, between } = makeDrift(inputOf(counts, volume), null);
      if (verdicts([...rows, ...languages, ...between].filter(({ verdict }) => verdict !== 'first')).length > 0) alarms++;
    }
    expect(alarms / 300).toBeLessThanOrEqual(bounds.q);
  });
});

const anyCounts = fc
  .array(
    fc.tuple(
      fc.constantFrom(...months),
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('et', 'ru', null),
      fc.oneof(fc.nat(25), fc.nat(2000)),
      fc.constant('omit' as const),
      fc.constantFrom('education', 'health', null),
    ),
    { maxLength: 70 },
  )
  .map((rows) => [...new Map(rows.map((row) => [[...row.slice(0, 3), row[5]].join(' '), row])).values()]);

describe('whatever the log holds', () => {
  test('the order in which it came changes nothing', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer(), (counts, seed) => {
        const shuffled = counts.toSorted((left, right) => ((left[3] * 31 + seed) % 17) - ((right[3] * 31 + seed) % 17));
        const there = { ...inputOf(shuffled, answers), answers: new Map(Object.entries(answers).toReversed()) };
        expect(makeDrift(there, null)).toEqual(found(counts));
      }),
    );
  });

  test('every number is a whole ten, and what a class below ten held changes nothing that is told', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const drift = found(counts);
        for (const { now, past } of [...drift.rules, ...drift.languages])
          expect([now.at_least % fewest, past.at_least % fewest]).toEqual([0, 0]);
        for (const { here, elsewhere } of drift.between) expect([here.at_least % fewest, elsewhere.at_least % fewest]).toEqual([0, 0]);
        // Nothing but the told classes goes in: true counts that are told alike give the same, to the byte.
        const input = inputOf(counts, answers);
        const bare = input.months.flat().map((told) => ({ ...told, cells: told.cells.slice(0, 1).map((cell) => ({ ...cell, count: 0 })) }));
        expect(makeDrift({ ...input, months: [bare] }, null)).toEqual(drift);
      }),
    );
  });

  test('an alert rests on ten entries at least, on the side that it says is more', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const drift = found(counts);
        for (const { verdict, now, past } of [...drift.rules, ...drift.languages]) {
          if (verdict === 'rose') expect(now.at_least).toBeGreaterThanOrEqual(fewest);
          if (verdict === 'rose' || verdict === 'fell') expect(past.at_least).toBeGreaterThanOrEqual(fewest);
        }
        for (const { verdict, here, elsewhere } of drift.between)
          if (verdict !== 'alike') expect((verdict === 'more' ? here : elsewhere).at_least).toBeGreaterThanOrEqual(fewest);
      }),
    );
  });
});

test('a log without answers has no month, and nothing to say', () => {
  expect(makeDrift(inputOf([], {}), null)).toMatchObject({ month: null, known: [], rules: [], review: [] });
  expect(makeDrift(inputOf([], { '2026-11': 9 }), null).month).toBeNull();
});
