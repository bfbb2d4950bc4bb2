import { bucketCount } from '../../apps/gateway/src/country/distress/text-features.ts';
import { type LinearModel, shareOf } from '../../apps/gateway/src/country/distress/linear-judge.ts';
import { randomFrom } from './random-from.ts';

export interface Labelled {
  readonly features: readonly number[];
  readonly isOfKind: boolean;
}

export interface TrainOptions {
  /** A power of two, `bucketCount` at most. */
  readonly buckets?: number;
  /** Buckets that fewer texts have are left out: they say little of others and make the file large. */
  readonly fewestTexts?: number;
}

const smoothing = 0.5;
const epochs = 6;
const rate = 0.3;
/** So many of the largest weights may be cut to the largest whole number. */
const clipped = 0.0005;

/**
 * Logistic regression over features that are scaled by their log-count ratio (Wang and Manning 2012, "Baselines and Bigrams", https://aclanthology.org/P12-2018/), by AdaGrad
 * (Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html). The same examples in the same order give the same model.
 */
export function train(examples: readonly Labelled[], { buckets = bucketCount, fewestTexts = 3 }: TrainOptions = {}): LinearModel {
  const folded = examples.map(({ features, isOfKind }) => ({
    features: [...new Set(features.map((bucket) => bucket & (buckets - 1)))],
    isOfKind,
  }));
  const ratios = logCountRatios(folded, buckets, fewestTexts);
  const weights = new Float64Array(buckets);
  const squares = new Float64Array(buckets).fill(1e-6);
  let [bias, biasSquares] = [0, 1e-8];
  const random = randomFrom(1);
  const order = folded.map((_example, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { features, isOfKind } = at(folded, index);
      const size = shareOf(features.length);
      let odds = bias;
      for (const bucket of features) odds += number(weights, bucket) * number(ratios, bucket) * size;
      const error = 1 / (1 + Math.exp(-odds)) - (isOfKind ? 1 : 0);
      for (const bucket of features) {
        const gradient = error * size * number(ratios, bucket);
        squares[bucket] = number(squares, bucket) + gradient * gradient;
        weights[bucket] = number(weights, bucket) - (rate * gradient) / Math.sqrt(number(squares, bucket));
      }
      biasSquares += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquares);
    }
  }
  return quantised(
    bias,
    weights.map((weight, bucket) => weight * number(ratios, bucket)),
  );
}

/** How much more texts of the kind have a bucket than others, as a logarithm; 0 where too few have it. */
function logCountRatios(examples: readonly Labelled[], buckets: number, fewestTexts: number): Float64Array {
  const [inKind, inOthers] = [new Float64Array(buckets), new Float64Array(buckets)];
  let [ofKind, others] = [0, 0];
  for (const { features, isOfKind } of examples) {
    if (isOfKind) ofKind += 1;
    else others += 1;
    const counts = isOfKind ? inKind : inOthers;
    for (const bucket of features) counts[bucket] = number(counts, bucket) + 1;
  }
  return inKind.map((count, bucket) => {
    const other = number(inOthers, bucket);
    if (count + other < fewestTexts) return 0;
    return Math.log((count + smoothing) / (ofKind + smoothing) / ((other + smoothing) / (others + smoothing)));
  });
}

function quantised(bias: number, weights: Float64Array): LinearModel {
  const sizes = weights.map(Math.abs).sort();
  const largest = number(sizes, sizes.length - 1 - Math.floor(sizes.length * clipped)) || number(sizes, sizes.length - 1) || 1;
  const whole = (weight: number): number => Math.max(-127, Math.min(127, Math.round((weight / largest) * 127)));
  return { bias: Number(bias.toFixed(6)), unit: Number((largest / 127).toPrecision(8)), weights: Int8Array.from(weights, whole) };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [at(order, other), at(order, last)];
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index}`);
  return item;
}

function number(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}
