/**
 * Exact one-sided tests of two counts, each by its conditional distribution: no approximation, whatever the size of the counts.
 *
 * - Two rates: given `now + past`, a count of `now` is binomial with the share of the exposure (J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from
 *   Poisson series", Biometrika 31, 1940).
 * - Two shares: given the margins of the table, the count is hypergeometric (R. A. Fisher, "The Logic of Inductive Inference", Journal of the Royal Statistical Society 98, 1935).
 */
interface Rates {
  readonly now: number;
  readonly past: number;
  /** What both could have come from, such as answers; above 0. */
  readonly exposureNow: number;
  readonly exposurePast: number;
}

/** Probability of a count of `now` as high as this one, or higher, were the rates the same. */
export function rateIsHigher({ now, past, exposureNow, exposurePast }: Rates): number {
  const odds = exposureNow / exposurePast;
  const all = now + past;
  // P(k + 1) / P(k) of the binomial distribution.
  const next = (count: number): number => ((all - count) / (count + 1)) * odds;
  const share = odds / (1 + odds);
  const log = logChoose(all, now) + now * Math.log(share) + past * Math.log1p(-share);
  return upperTail({ at: now, first: 0, last: all, log, mean: all * share, next });
}

/** Of `of` things `has` have something; of `others`, `othersHave`. */
interface Shares {
  readonly has: number;
  readonly of: number;
  readonly othersHave: number;
  readonly others: number;
}

/** Probability of a count of `has` as high as this one, or higher, were the shares the same. */
export function shareIsHigher({ has, of, othersHave, others }: Shares): number {
  const [all, having] = [of + others, has + othersHave];
  const next = (count: number): number => ((having - count) / (count + 1)) * ((of - count) / (others - having + count + 1));
  const log = logChoose(of, has) + logChoose(others, othersHave) - logChoose(all, having);
  return upperTail({
    at: has,
    first: Math.max(0, having - others),
    last: Math.min(of, having),
    log,
    mean: (of * having) / all,
    next,
  });
}

interface Tail {
  /** The tail begins here, and this is included. */
  readonly at: number;
  readonly first: number;
  readonly last: number;
  /** Logarithm of the probability of `at`. */
  readonly log: number;
  readonly mean: number;
  /** Probability of the next count as a part of that of this one. */
  readonly next: (count: number) => number;
}

/** Below this share of the sum, terms that still shrink change nothing. */
const smallest = 1e-17;

function upperTail({ at, first, last, log, mean, next }: Tail): number {
  if (at <= first) return 1;
  // The shorter side of the mean is summed, away from it, where terms only shrink.
  if (at > mean) return Math.min(1, Math.exp(log) * sumOfTerms(at, (count) => (count < last ? next(count) : 0)));
  const below = Math.exp(log - Math.log(next(at - 1)));
  return Math.max(0, 1 - below * sumOfTerms(-(at - 1), (count) => (-count > first ? 1 / next(-count - 1) : 0)));
}

/** 1 and what follows it, each as the part of the term before that `part` says. */
function sumOfTerms(from: number, part: (count: number) => number): number {
  let [sum, term] = [1, 1];
  for (let count = from; term > smallest * sum; count++) {
    term *= part(count);
    sum += term;
  }
  return sum;
}

function logChoose(from: number, chosen: number): number {
  return logFactorial(from) - logFactorial(chosen) - logFactorial(from - chosen);
}

const known = [0];

/** Summed for small numbers; above, Stirling's series, whose first term that is left out is below 1e-17 there. */
function logFactorial(count: number): number {
  const table = 256;
  if (count < table) {
    for (let number = known.length; number <= count; number++) known.push((known[number - 1] ?? 0) + Math.log(number));
    return known[count] ?? 0;
  }
  const inverse = 1 / count;
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260;
  return (count + 0.5) * Math.log(count) - count + 0.5 * Math.log(2 * Math.PI) + series;
}
