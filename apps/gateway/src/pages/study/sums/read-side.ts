import { readSum } from './read-sum.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Value } from './value.ts';

/** One side of a sum, worked out. */
export interface Side {
  /** In plain signs. */
  readonly written: string;
  readonly value: Value;
  /** Nothing is left to be worked out in it. */
  readonly form: 'number' | 'fraction' | 'sum';
  /** The letter or the empty place in it; null: there is none. */
  readonly unknown: string | null;
}

/** UTF-16 units of a sum at most. */
const longestSum = 300;

/** The sides of `1 + 2 = 3`; null where nobody can tell what they are worth. */
export function readSides(sum: string): readonly Side[] | null {
  if (sum === '' || sum.length > longestSum || isTimeOfDay(sum)) return null;
  const sides = sum.split('=').map((written) => readSide(written.trim()));
  const read = sides.filter((side) => side !== null);
  return read.length === sides.length && hasOneUnknown(read) ? read : null;
}

function readSide(written: string): Side | null {
  const tokens = tokensOf(written);
  const value = tokens === null ? null : readSum(tokens);
  if (tokens === null || value === null) return null;
  const names = tokens.flatMap((token) => (token.kind === 'unknown' ? [token.name] : []));
  // Two empty places may stand for two numbers.
  if (new Set(names).size > 1 || (names[0] === '?' && names.length > 1)) return null;
  return { written, value, form: formOf(tokens), unknown: names[0] ?? null };
}

function hasOneUnknown(sides: readonly Side[]): boolean {
  const names = sides.flatMap(({ unknown }) => (unknown === null ? [] : [unknown]));
  return new Set(names).size <= 1 && (names[0] !== '?' || names.length === 1);
}

function formOf(tokens: readonly Token[]): Side['form'] {
  const shape = tokens
    .map((token) => (token.kind === 'number' ? (token.shape === 'fraction' ? 'f' : 'n') : token.kind === 'sign' ? token.sign : 'x'))
    .join('');
  if (/^[-+]?n%?$/.test(shape)) return 'number';
  return /^[-+]?(?:f|n\/n)$/.test(shape) ? 'fraction' : 'sum';
}

/** "10:30 + 0:45" is told by a clock, and with it nothing here is sure. */
export function isTimeOfDay(sum: string): boolean {
  return /\d:[0-5]\d(?!\d)/.test(sum) && /[+-]/.test(sum);
}
