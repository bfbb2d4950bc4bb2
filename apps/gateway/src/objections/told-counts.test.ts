import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ObjectionCount } from '../store/objection-row.ts';
import { toldCounts } from './told-counts.ts';

const countOf = (parts: Partial<Record<'open' | 'overdue' | 'upheld' | 'corrected' | 'rejected', number>>): ObjectionCount => {
  const { open = 0, overdue = 0, upheld = 0, corrected = 0, rejected = 0 } = parts;
  const counts = { open, overdue, upheld, corrected, rejected, received: open + upheld + corrected + rejected };
  const [received, ...others] = [counts.received, open, overdue, upheld, corrected, rejected].map(BigInt);
  const [o = 0n, od = 0n, u = 0n, c = 0n, r = 0n] = others;
  return { rule: 'r', law: null, received: received ?? 0n, open: o, overdue: od, upheld: u, corrected: c, rejected: r };
};

const count = fc.nat({ max: 40 });
const parts = fc.record({ open: count, overdue: count, upheld: count, corrected: count, rejected: count });

describe('counts of objections in public', () => {
  test('are exact from ten on, and zero is zero', () => {
    const told = toldCounts(countOf({ open: 30, overdue: 12, rejected: 10 }));
    expect(told).toEqual({ rule: 'r', law: null, received: 40, open: 30, overdue: 12, upheld: 0, corrected: 0, rejected: 10 });
  });

  test('do not give a small part away by the sum', () => {
    expect(toldCounts(countOf({ open: 11, rejected: 3 }))).toMatchObject({ received: '10-99', open: 11, rejected: '1-9' });
    expect(toldCounts(countOf({ open: 15, overdue: 12 }))).toMatchObject({ open: '10-99', overdue: 12 });
  });

  test('never tell a number from one to nine, whatever they are', () => {
    fc.assert(
      fc.property(parts, ({ overdue, ...others }) => {
        const told = toldCounts(countOf({ ...others, overdue: Math.min(others.open, overdue) }));
        const numbers = Object.values(told).filter((value) => typeof value === 'number');
        expect(numbers.filter((value) => value > 0 && value < 10)).toEqual([]);
      }),
    );
  });

  test('never let a small part be computed from two exact ones', () => {
    fc.assert(
      fc.property(parts, (each) => {
        const { received } = toldCounts(countOf({ ...each, overdue: 0 }));
        const { open, upheld, corrected, rejected } = each;
        const hasSmall = [open, upheld, corrected, rejected].some((part) => part > 0 && part < 10);
        expect(typeof received === 'number' && hasSmall && received > 0).toBe(false);
      }),
    );
  });
});
