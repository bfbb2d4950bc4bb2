/** A weight for each bucket, whole numbers of -127 to 127 in units of `unit`. The number of weights is a power of two; buckets beyond it fall back onto the first. */
export interface LinearModel {
  readonly bias: number;
  readonly unit: number;
  readonly weights: Int8Array;
}

/** Features of a text of about 20 words. What is longer is judged by what its features say on the average, so that a long calm story does not add up to distress. */
const longest = 400;

/** The log-odds that a text with these features is of the kind. */
export function logOdds({ bias, unit, weights }: LinearModel, features: ReadonlySet<number>): number {
  let sum = 0;
  for (const bucket of features) sum += weights[bucket & (weights.length - 1)] ?? 0;
  return bias + sum * unit * shareOf(features.size);
}

/** How much one of so many features counts. */
export function shareOf(features: number): number {
  return Math.sqrt(Math.min(1, longest / features) / Math.max(1, features));
}
