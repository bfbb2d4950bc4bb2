/**
 * For each p-value the smallest share of false findings at which it would count as a finding among all of them (Y. Benjamini and Y. Hochberg, "Controlling the False Discovery
 * Rate", Journal of the Royal Statistical Society B 57, 1995). In the order of the p-values.
 */
export function falseDiscoveryRates(values: readonly number[]): readonly number[] {
  const order = values.map((value, place) => ({ value, place })).toSorted((left, right) => right.value - left.value);
  const rates = values.map(() => 1);
  let lowest = 1;
  for (const [rank, { value, place }] of order.entries()) {
    lowest = Math.min(lowest, (value * values.length) / (values.length - rank));
    rates[place] = lowest;
  }
  return rates;
}
