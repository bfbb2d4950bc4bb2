import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateIsHigher, shareIsHigher } from './exact-test.ts';
import { falseDiscoveryRates } from './false-discovery.ts';

/** Reference values were computed with SciPy 1.17.1: `binom.sf(now - 1, now + past, share)` and `hypergeom.sf(has - 1, of + others, has + othersHave, of)`. */
const near = (value: number, reference: number): void => {
  expect(Math.abs(value / reference - 1)).toBeLessThan(1e-7);
};

describe('two rates', () => {
  test.each([
    [12, 30, 1000, 5000, 0.03762907952058089],
    [40, 90, 9000, 50000, 6.395335155123824e-6],
    [3, 40, 1000, 6000, 0.9560377718759295],
    [150, 1200, 10000, 100000, 0.006735578259312592],
    [2500, 12000, 100000, 600000, 2.2004830556866438e-23],
    [10, 10, 1, 1, 0.5880985260009766],
    [0, 5, 2, 7, 1],
    [900000, 5300000, 1000000, 6000000, 1.884076480462396e-60],
  ])(
    '%i in the month and %i before, of %i and %i, are held against each other as elsewhere',
    (...[now, past, exposureNow, exposurePast, reference]) => {
      near(rateIsHigher({ now, past, exposureNow, exposurePast }), reference);
    },
  );
});

describe('two shares', () => {
  test.each([
    [12, 100, 30, 900, 0.00044756383956002095],
    [40, 400, 90, 5000, 1.0836107308186054e-15],
    [3, 50, 40, 400, 0.883108204593367],
    [1, 10, 0, 10, 0.5],
    [600, 1000, 5500, 10000, 0.0013081300335111281],
    [9000, 100000, 39000, 600000, 5.188763494287362e-172],
    [5, 5, 3, 9, 0.027972027972027972],
  ])('%i of %i beside %i of %i are held against each other as elsewhere', (...[has, of, othersHave, others, reference]) => {
    near(shareIsHigher({ has, of, othersHave, others }), reference);
  });
});

const count = fc.oneof(fc.nat(30), fc.nat(100_000));

test('a probability is one, and falls where more speaks for a rise', () => {
  fc.assert(
    fc.property(
      count,
      count,
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (...[now, past, exposureNow, exposurePast]) => {
        const at = (more: number): number => rateIsHigher({ now: now + more, past, exposureNow, exposurePast });
        expect(at(0)).toBeGreaterThanOrEqual(0);
        expect(at(0)).toBeLessThanOrEqual(1);
        expect(at(1)).toBeLessThanOrEqual(at(0) * (1 + 1e-9));
      },
    ),
  );
});

test('what is as high and what is lower are certain together', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (...[has, rest, othersHave, othersRest]) => {
      fc.pre(has > 0 && othersRest > 0);
      const here = shareIsHigher({ has, of: has + rest, othersHave, others: othersHave + othersRest });
      // At most has - 1 here is at least othersHave + 1 there, with the same margins.
      const there = shareIsHigher({ has: othersHave + 1, of: othersHave + othersRest, othersHave: has - 1, others: has + rest });
      expect(here + there).toBeCloseTo(1, 9);
    }),
  );
});

describe('rates of false findings', () => {
  test('are those of SciPy (`false_discovery_control`), in the order in which the values came', () => {
    const found = falseDiscoveryRates([0.01, 0.02, 0.03, 0.04, 0.9, 0.001]);
    for (const [place, rate] of [0.03, 0.04, 0.045, 0.048, 0.9, 0.006].entries()) expect(found[place]).toBeCloseTo(rate, 12);
    expect(falseDiscoveryRates([])).toEqual([]);
  });
});
