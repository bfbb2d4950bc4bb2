import { areEqual, dividedBy, type Fraction, isZero, minus, negative, one, plus, times, zero } from './fraction.ts';

/** `constant + factor * unknown`. Nothing else is reckoned with here. */
export interface Value {
  readonly constant: Fraction;
  readonly factor: Fraction;
  /** Written in per cent: added to anything else it would say two things. */
  readonly isPercent: boolean;
}

export const constantOf = (constant: Fraction): Value => ({ constant, factor: zero, isPercent: false });
export const theUnknown: Value = { constant: zero, factor: one, isPercent: false };

export function isKnown({ factor }: Value): boolean {
  return isZero(factor);
}

/** Null: nobody can tell what is meant by it. */
export function sumOf(first: Value, second: Value): Value | null {
  if (first.isPercent !== second.isPercent) return null;
  const { isPercent } = first;
  return { constant: plus(first.constant, second.constant), factor: plus(first.factor, second.factor), isPercent };
}

export function negativeOf({ constant, factor, isPercent }: Value): Value {
  return { constant: negative(constant), factor: negative(factor), isPercent };
}

/** Null where the unknown would stand twice in one product. */
export function productOf(first: Value, second: Value): Value | null {
  if (!isKnown(first) && !isKnown(second)) return null;
  const [scale, scaled] = isKnown(first) ? [first.constant, second] : [second.constant, first];
  return { constant: times(scale, scaled.constant), factor: times(scale, scaled.factor), isPercent: false };
}

/** Null where nobody can divide by it. */
export function quotientOf(first: Value, second: Value): Value | null {
  const scale = isKnown(second) ? dividedBy(one, second.constant) : null;
  return scale === null ? null : productOf(first, constantOf(scale));
}

const mostPower = 99n;
/** Digits of a power at most. */
const longestPower = 400;

export function powerOf({ constant, factor, isPercent }: Value, exponent: Fraction): Value | null {
  const { over, under } = exponent;
  if (!isZero(factor) || isPercent || under !== 1n || over < 0n || over > mostPower) return null;
  if (isZero(constant) && over === 0n) return null;
  if ((`${constant.over}`.length + `${constant.under}`.length) * Number(over) > longestPower) return null;
  return constantOf({ over: constant.over ** over, under: constant.under ** over });
}

/** The one number for which both are the same; null where there is none, or any would do. */
export function solutionOf(left: Value, right: Value): Fraction | null {
  return dividedBy(minus(right.constant, left.constant), minus(left.factor, right.factor));
}

export function areSame(left: Value, right: Value): boolean {
  return areEqual(left.constant, right.constant) && areEqual(left.factor, right.factor);
}
