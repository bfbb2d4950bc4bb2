import { describe, expect, test } from 'vitest';
import { type ObjectionCount } from '../store/objection-row.ts';
import { toldCounts } from './told-counts.ts';

/** What all else is made of. */
const names = ['inTime', 'overdue', 'upheld', 'corrected', 'rejected'] as const;
type Parts = Readonly<Record<(typeof names)[number], number>>;

const none: Parts = { inTime: 0, overdue: 0, upheld: 0, corrected: 0, rejected: 0 };

function countOf(some: Partial<Parts>): ObjectionCount {
  const { inTime, overdue, upheld, corrected, rejected } = { ...none, ...some };
  const open = inTime + overdue;
  const [o, od, u, c, r] = [open, overdue, upheld, corrected, rejected].map(BigInt);
  const received = BigInt(open + upheld + corrected + rejected);
  return { rule: 'r', law: null, received, open: o ?? 0n, overdue: od ?? 0n, upheld: u ?? 0n, corrected: c ?? 0n, rejected: r ?? 0n };
}

/** Every combination of counts, the ones at borders among them. */
function* everyCombination(values: readonly number[], chosen: readonly number[] = []): Iterable<Parts> {
  const [inTime = 0, overdue = 0, upheld = 0, corrected = 0, rejected = 0] = chosen;
  if (chosen.length === names.length) yield { inTime, overdue, upheld, corrected, rejected };
  else for (const value of values) yield* everyCombination(values, [...chosen, value]);
}

describe('counts of objections in public', () => {
  test('are told in tens, and zero is zero', () => {
    const told = toldCounts(countOf({ inTime: 18, overdue: 12, rejected: 10 }));
    const all = { received: '30-57', open: '20-38', overdue: '10-19', upheld: 0, corrected: 0, rejected: '10-19' };
    expect(told).toEqual({ rule: 'r', law: null, ...all });
  });

  test('of a day that saw one more objection are as they were, but for one day in ten', () => {
    const told = Array.from({ length: 101 }, (_, inTime) => JSON.stringify(toldCounts(countOf({ inTime, upheld: 3 }))));
    expect(told.filter((each, day) => day > 0 && each !== told[day - 1])).toHaveLength(11);
  });

  test.each([
    [
      { inTime: 11, rejected: 3 },
      { received: '11-28', open: '10-19', rejected: '1-9' },
    ],
    [
      { inTime: 3, overdue: 12 },
      { received: '11-28', open: '11-28', overdue: '10-19' },
    ],
    [
      { inTime: 9, rejected: 91 },
      { received: '91-108', open: '1-9', rejected: '90-99' },
    ],
    [
      { overdue: 4, upheld: 1 },
      { received: '2-18', open: '1-9', overdue: '1-9', upheld: '1-9' },
    ],
  ])('of %j tell a sum as what follows from its parts', (parts, told) => {
    expect(toldCounts(countOf(parts))).toMatchObject(told);
  });

  test('leave each part open within its ten, whatever stands beside it: as many values fit as there are', () => {
    const values = [0, 1, 2, 8, 9, 10, 11, 19, 90, 99];
    const fitting = new Map<string, Record<keyof Parts, Set<number>>>();
    for (const parts of everyCombination(values)) {
      const told = JSON.stringify(toldCounts(countOf(parts)));
      const sets = fitting.get(told) ?? {
        inTime: new Set(),
        overdue: new Set(),
        upheld: new Set(),
        corrected: new Set(),
        rejected: new Set(),
      };
      fitting.set(told, sets);
      for (const name of names) sets[name].add(parts[name]);
    }
    const ofTen = (value: number): readonly number[] =>
      values.filter((each) => each > 0 && value > 0 && Math.floor(each / 10) === Math.floor(value / 10));
    const given = [...fitting.entries()].filter(([, sets]) =>
      names.some((name) => [...sets[name]].some((value) => !ofTen(value).every((each) => sets[name].has(each)))),
    );
    expect(given).toEqual([]);
  });
});
