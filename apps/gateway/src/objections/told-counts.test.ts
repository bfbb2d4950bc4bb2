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

const isSmall = (count: number): boolean => count > 0 && count < 10;

/** Every combination of counts, the ones at borders among them. */
function* everyCombination(values: readonly number[], chosen: readonly number[] = []): Iterable<Parts> {
  const [inTime = 0, overdue = 0, upheld = 0, corrected = 0, rejected = 0] = chosen;
  if (chosen.length === names.length) yield { inTime, overdue, upheld, corrected, rejected };
  else for (const value of values) yield* everyCombination(values, [...chosen, value]);
}

describe('counts of objections in public', () => {
  test('are exact from ten on, and zero is zero', () => {
    const told = toldCounts(countOf({ inTime: 18, overdue: 12, rejected: 10 }));
    expect(told).toEqual({ rule: 'r', law: null, received: 40, open: 30, overdue: 12, upheld: 0, corrected: 0, rejected: 10 });
  });

  test.each([
    [
      { inTime: 11, rejected: 3 },
      { received: '12-20', open: 11, rejected: '1-9' },
    ],
    [
      { inTime: 3, overdue: 12 },
      { received: '13-21', open: '13-21', overdue: 12 },
    ],
    [
      { inTime: 3, overdue: 12, rejected: 10 },
      { received: '23-31', open: '13-21', overdue: 12, rejected: 10 },
    ],
    [
      { inTime: 9, rejected: 91 },
      { received: '92-100', open: '1-9', rejected: 91 },
    ],
    [
      { overdue: 4, upheld: 1 },
      { received: '2-18', open: '1-9', overdue: '1-9', upheld: '1-9' },
    ],
  ])('of %j tell a sum as what follows from its parts', (parts, told) => {
    expect(toldCounts(countOf(parts))).toMatchObject(told);
  });

  test('leave each part from one to nine open, whatever stands beside it: as many values fit as there are', () => {
    const values = [0, 1, 2, 8, 9, 10, 11, 90, 91, 99];
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
    const small = values.filter(isSmall);
    const given = [...fitting.entries()].filter(([, sets]) =>
      names.some((name) => [...sets[name]].some(isSmall) && !small.every((value) => sets[name].has(value))),
    );
    expect(given).toEqual([]);
  });
});
