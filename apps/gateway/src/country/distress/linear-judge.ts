/** A weight for each bucket, whole numbers of -127 to 127 in units of `unit`. The number of weights is a power of two; buckets beyond it fall back onto the first. */
export interface LinearModel {
  readonly bias: number;
  readonly unit: number;
  readonly weights: Int8Array;
}

/** The log-odds that a text with these features is of the kind. Long texts have more features and do not weigh more for it. */
export function logOdds({ bias, unit, weights }: LinearModel, features: ReadonlySet<number>): number {
  if (features.size === 0) return bias;
  let sum = 0;
  for (const bucket of features) sum += weights[bucket & (weights.length - 1)] ?? 0;
  return bias + (sum * unit) / Math.sqrt(features.size);
}
