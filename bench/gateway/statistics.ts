import { createRandom } from './random.ts';

/** A median over rounds with its 95 % bootstrap interval. */
export interface Estimate {
  readonly median: number;
  readonly interval: readonly [number, number];
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

const resamples = 2000;

/** Percentile bootstrap over rounds: what the median would have been had the rounds fallen otherwise. */
export function estimate(values: readonly number[]): Estimate {
  const random = createRandom(7);
  const medians = Array.from({ length: resamples }, () => median(values.map(() => values[random(values.length)] ?? NaN)));
  medians.sort((left, right) => left - right);
  return { median: median(values), interval: [medians[resamples * 0.025] ?? NaN, medians[resamples * 0.975 - 1] ?? NaN] };
}
