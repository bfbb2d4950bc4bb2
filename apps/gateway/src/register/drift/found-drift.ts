import { falseDiscoveryRates } from './false-discovery.ts';
import { type Weighed } from './weigh.ts';

/** What makes a finding, in the order of `DriftFacts.bounds`. */
export const bounds = { q: 0.01, ratio: 2, months: 12, entries: 100 } as const;

export interface Verdict {
  readonly side: 'more' | 'less' | null;
  /** Times as often: at least for more, at most for less, of the side for which more speaks. */
  readonly ratio: number;
  readonly q: number;
}

/** Verdicts of everything that was compared, in the same order. Each is two-sided, and all share one rate of false findings. */
export function verdictsOf(weighed: readonly Weighed[]): readonly Verdict[] {
  const sides = weighed.map(({ more, less }) =>
    more.p <= less.p ? ({ side: 'more', ...more } as const) : ({ side: 'less', ...less } as const),
  );
  const rates = falseDiscoveryRates(sides.map(({ p }) => Math.min(1, 2 * p)));
  return sides.map(({ side, ratio }, place) => {
    const q = rates[place] ?? 1;
    const isLarge = side === 'more' ? ratio >= bounds.ratio : ratio <= 1 / bounds.ratio;
    return { side: q <= bounds.q && isLarge ? side : null, ratio, q };
  });
}
