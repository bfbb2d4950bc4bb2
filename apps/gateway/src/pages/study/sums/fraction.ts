/** An exact number: whole numbers over and under the line, in lowest terms, with the sign above. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Null: nothing can be divided by zero. */
export function fraction(over: bigint, under = 1n): Fraction | null {
  if (under === 0n) return null;
  const common = commonDivisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / common, under: under / common };
}

const whole = (over: bigint): Fraction => ({ over, under: 1n });

export const zero = whole(0n);
export const one = whole(1n);
export const hundred = whole(100n);

/** Euclid's, of the values without their signs; never zero where one of them is not. */
function commonDivisor(first: bigint, second: bigint): bigint {
  let [larger, smaller] = [first < 0n ? -first : first, second < 0n ? -second : second];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

export function plus(first: Fraction, second: Fraction): Fraction {
  return fraction(first.over * second.under + second.over * first.under, first.under * second.under) ?? zero;
}

export function minus(first: Fraction, second: Fraction): Fraction {
  return plus(first, negative(second));
}

export function negative({ over, under }: Fraction): Fraction {
  return { over: -over, under };
}

export function times(first: Fraction, second: Fraction): Fraction {
  return fraction(first.over * second.over, first.under * second.under) ?? zero;
}

/** Null: nothing can be divided by zero. */
export function dividedBy(first: Fraction, second: Fraction): Fraction | null {
  return fraction(first.over * second.under, first.under * second.over);
}

export function isZero({ over }: Fraction): boolean {
  return over === 0n;
}

/** In lowest terms there is one way to write a number. */
export function areEqual(first: Fraction, second: Fraction): boolean {
  return first.over === second.over && first.under === second.under;
}
