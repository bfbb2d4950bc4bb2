import { hundred, dividedBy, zero } from './fraction.ts';
import { type Sign, type Token } from './tokens.ts';
import { constantOf, isKnown, negativeOf, powerOf, productOf, quotientOf, sumOf, theUnknown, type Value } from './value.ts';

/** What was read, and the place behind it; null: it is no sum, or one that can be read in two ways. */
type Read = { readonly value: Value; readonly at: number } | null;

/** Works a sum out as schools read it: `x` and `:` before `+` and `-`, and from left to right. */
export function readSum(tokens: readonly Token[]): Value | null {
  const read = share(tokens) ?? sum(tokens, 0);
  return read === null || read.at < tokens.length ? null : read.value;
}

/** `20 % of 150`, and nothing beside it: of "20 % of 50 + 30" nobody can tell where it ends. */
function share(tokens: readonly Token[]): Read {
  const middle = tokens.findIndex((_token, at) => isSign(tokens, at, 'of'));
  if (middle < 0) return null;
  const [first] = tokens;
  const part = atom(tokens, 0);
  const whole = atom(tokens, middle + 1);
  if (part === null || part.at !== middle || whole === null || whole.value.isPercent) return null;
  if (!part.value.isPercent && !(first?.kind === 'number' && first.shape === 'fraction')) return null;
  const value = productOf(part.value, whole.value);
  return value === null ? null : { value, at: whole.at };
}

function sum(tokens: readonly Token[], start: number): Read {
  let read = firstTerm(tokens, start);
  while (read !== null && (isSign(tokens, read.at, '+') || isSign(tokens, read.at, '-'))) {
    const next = product(tokens, read.at + 1);
    if (next === null) return null;
    const value = sumOf(read.value, isSign(tokens, read.at, '-') ? negativeOf(next.value) : next.value);
    read = value === null ? null : { value, at: next.at };
  }
  return read;
}

function firstTerm(tokens: readonly Token[], start: number): Read {
  if (!isSign(tokens, start, '-')) return product(tokens, isSign(tokens, start, '+') ? start + 1 : start);
  const read = isRaised(tokens, start + 1) ? null : product(tokens, start + 1);
  return read === null ? null : { value: negativeOf(read.value), at: read.at };
}

/** "-3^2" is nine to some and minus nine to others. */
function isRaised(tokens: readonly Token[], at: number): boolean {
  const base = atom(tokens, at);
  return base !== null && isSign(tokens, base.at, '^');
}

function product(tokens: readonly Token[], start: number): Read {
  const first = power(tokens, start);
  if (first === null) return null;
  let { value, at } = first;
  const used = new Set<Sign>();
  for (;;) {
    const step = nextFactor(tokens, at);
    if (step === 'none') return { value, at };
    const read = power(tokens, step.at);
    const both = read === null ? null : step.sign === '*' ? productOf(value, read.value) : quotientOf(value, read.value);
    if (read === null || both === null || isAmbiguous(tokens, step, used)) return null;
    used.add(step.sign);
    value = both;
    ({ at } = read);
  }
}

interface Factor {
  readonly sign: '*' | '/' | ':';
  /** Where the factor begins. */
  readonly at: number;
  /** No sign stands before it, as in `2x` and `3(1 + 2)`. */
  readonly isImplied: boolean;
}

function nextFactor(tokens: readonly Token[], at: number): Factor | 'none' {
  for (const sign of ['*', '/', ':'] as const) if (isSign(tokens, at, sign)) return { sign, at: at + 1, isImplied: false };
  const isImplied = tokens[at]?.kind === 'unknown' || isSign(tokens, at, '(');
  return isImplied ? { sign: '*', at, isImplied } : 'none';
}

/** "1/2 / 1/4", "12 : 3 / 2" and "6 : 2(1 + 2)" are read in two ways. A fraction behind `:` is one: where that sign divides, a line is a fraction. */
function isAmbiguous(tokens: readonly Token[], { sign, at, isImplied }: Factor, used: ReadonlySet<Sign>): boolean {
  const next = tokens[at];
  if (isImplied) {
    const before = tokens[at - 1];
    return before?.kind !== 'number' || before.shape !== 'plain' || isSign(tokens, at - 2, '^') || used.has('/') || used.has(':');
  }
  if (sign === '/') return used.has(':') || (next?.kind === 'number' && next.shape !== 'plain');
  return sign === ':' && used.has('/');
}

function power(tokens: readonly Token[], start: number): Read {
  const base = atom(tokens, start);
  if (base === null || !isSign(tokens, base.at, '^')) return base;
  const exponent = tokens[base.at + 1];
  const isClear = isSign(tokens, base.at - 1, ')') || isPlainNumber(tokens[base.at - 1]);
  if (!isClear || exponent?.kind !== 'number' || exponent.shape !== 'plain' || isSign(tokens, base.at + 2, '^')) return null;
  const value = powerOf(base.value, exponent.value);
  return value === null ? null : { value, at: base.at + 2 };
}

function isPlainNumber(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.shape === 'plain';
}

function atom(tokens: readonly Token[], at: number): Read {
  const token = tokens[at];
  switch (token?.kind) {
    case undefined:
      return null;
    case 'unknown':
      return { value: theUnknown, at: at + 1 };
    case 'number': {
      const value = constantOf(token.value);
      return isSign(tokens, at + 1, '%') ? percent(value, token.shape, at + 2) : { value, at: at + 1 };
    }
    case 'sign':
      return token.sign === '(' ? inBrackets(tokens, at) : token.sign === '-' ? negativeAtom(tokens, at) : null;
  }
}

function percent(value: Value, shape: 'plain' | 'fraction' | 'mixed', at: number): Read {
  const share = dividedBy(value.constant, hundred);
  return shape !== 'plain' || share === null ? null : { value: { constant: share, factor: zero, isPercent: true }, at };
}

function inBrackets(tokens: readonly Token[], at: number): Read {
  const inside = sum(tokens, at + 1);
  return inside === null || !isSign(tokens, inside.at, ')') ? null : { value: inside.value, at: inside.at + 1 };
}

/** As in `5 x -3`: a sign of its own, straight before a number. */
function negativeAtom(tokens: readonly Token[], at: number): Read {
  if (tokens[at + 1]?.kind !== 'number') return null;
  const read = atom(tokens, at + 1);
  return read === null || !isKnown(read.value) || isSign(tokens, read.at, '^') ? null : { value: negativeOf(read.value), at: read.at };
}

function isSign(tokens: readonly Token[], at: number, sign: Sign): boolean {
  const token = tokens[at];
  return token?.kind === 'sign' && token.sign === sign;
}
