import { rateIsHigher, shareIsHigher } from './exact-test.ts';
import { type Bounds } from './told-month.ts';

/** How much speaks for more, and for less: of all the values that the true counts may have, those that speak least for it. */
export interface Weighed {
  readonly more: Evidence;
  readonly less: Evidence;
}

interface Evidence {
  /** One-sided p-value. */
  readonly p: number;
  /** How many times as often: at least for more, at most for less. */
  readonly ratio: number;
}

/** Entries, and answers that they may have come from. */
interface Rated {
  readonly count: Bounds;
  readonly answers: number;
}

/** Entries of a rule, and all others that are told in the same languages. */
export interface Shared {
  readonly count: Bounds;
  readonly others: Bounds;
}

/**
 * `spread`: variance of the past as a multiple of what chance alone makes, 1 at least. Counts are divided by it, as if so many came together each time (J. N. K. Rao and A. J. Scott,
 * "A Simple Method for the Analysis of Clustered Binary Data", Biometrics 48, 1992).
 */
export function weighRates(now: Rated, past: Rated, spread: number): Weighed {
  return { more: rateEvidence(now, past, spread), less: inverted(rateEvidence(past, now, spread)) };
}

export function weighShares(here: Shared, there: Shared, spread: number): Weighed {
  return { more: shareEvidence(here, there, spread), less: inverted(shareEvidence(there, here, spread)) };
}

/** What holds of both: the weaker evidence of the two (R. L. Berger, "Multiparameter Hypothesis Testing and Acceptance Sampling", Technometrics 24, 1982). */
export function weaker(one: Weighed, other: Weighed): Weighed {
  const p = (side: keyof Weighed): number => Math.max(one[side].p, other[side].p);
  return {
    more: { p: p('more'), ratio: Math.min(one.more.ratio, other.more.ratio) },
    less: { p: p('less'), ratio: Math.max(one.less.ratio, other.less.ratio) },
  };
}

function rateEvidence(high: Rated, low: Rated, spread: number): Evidence {
  const [now, past] = [Math.floor(high.count.least / spread), Math.ceil(low.count.most / spread)];
  return {
    p: rateIsHigher({ now, past, exposureNow: high.answers, exposurePast: low.answers }),
    ratio: ratioOf(high.count.least / high.answers, low.count.most / low.answers),
  };
}

function shareEvidence(high: Shared, low: Shared, spread: number): Evidence {
  const [has, rest] = [Math.floor(high.count.least / spread), Math.ceil(high.others.most / spread)];
  const [othersHave, othersRest] = [Math.ceil(low.count.most / spread), Math.floor(low.others.least / spread)];
  return {
    p: shareIsHigher({ has, of: has + rest, othersHave, others: othersHave + othersRest }),
    ratio: ratioOf(high.count.least / (high.count.least + high.others.most), low.count.most / (low.count.most + low.others.least)),
  };
}

function ratioOf(high: number, low: number): number {
  return high === 0 ? 0 : high / low;
}

function inverted({ p, ratio }: Evidence): Evidence {
  return { p, ratio: ratio === 0 ? Infinity : 1 / ratio };
}

/** Pearson's chi-square of counts against their common rate, by its degrees of freedom; 1 where that is less, or where fewer than three say nothing of it. */
export function spreadOf(parts: readonly { readonly count: number; readonly exposure: number }[]): number {
  const [count, exposure] = [sum(parts.map((each) => each.count)), sum(parts.map((each) => each.exposure))];
  if (parts.length < 3 || count === 0) return 1;
  const squares = parts.map((each) => {
    const expected = (count * each.exposure) / exposure;
    return expected === 0 ? 0 : (each.count - expected) ** 2 / expected;
  });
  return Math.max(1, sum(squares) / (parts.length - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
