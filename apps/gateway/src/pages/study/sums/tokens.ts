import { type Fraction, fraction, plus, zero } from './fraction.ts';
import { readNumber } from './read-number.ts';

export type Sign = '+' | '-' | '*' | '/' | ':' | '^' | '(' | ')' | '%' | 'of';

export type Token =
  /** `3/4` without a space is one number to those who write it, and so is `1 3/4`. */
  | { readonly kind: 'number'; readonly value: Fraction; readonly shape: 'plain' | 'fraction' | 'mixed' }
  | { readonly kind: 'sign'; readonly sign: Sign }
  /** A letter or an empty place. */
  | { readonly kind: 'unknown'; readonly name: string };

/** Tokens of one side of a sum at most. */
const mostTokens = 120;

/** Reads plain signs (`plainSigns`); null where there is anything else, or a number that can be read in two ways. */
export function tokensOf(written: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let rest = written.trim();
  while (rest !== '') {
    const taken = numberAt(rest) ?? unknownAt(rest, tokens.at(-1)) ?? signAt(rest);
    if (taken === null || tokens.length === mostTokens) return null;
    tokens.push(taken.token);
    rest = rest.slice(taken.length).trimStart();
  }
  return tokens;
}

interface Taken {
  readonly token: Token;
  readonly length: number;
}

/** A number ends where nothing of a number follows: "0.(3)" and "1/2/3" are none that could be told. */
const number = /^(?:(\d+) )?(\d+)\/(\d+)(?![\d/]|[.,٫٬']\d| \d)|^\d+(?:[.,٫٬']\d+| \d{3}(?!\d))*(?![\d.,٫٬'])/;

function numberAt(text: string): Taken | null {
  const found = number.exec(text);
  if (found === null) return null;
  const [written, whole, over, under] = found;
  if (over === undefined || under === undefined) {
    const value = readNumber(written);
    return value === null ? null : { token: { kind: 'number', value, shape: 'plain' }, length: written.length };
  }
  const part = fraction(BigInt(over), BigInt(under));
  if (part === null || written.length > longestFraction) return null;
  if (whole === undefined) return { token: { kind: 'number', value: part, shape: 'fraction' }, length: written.length };
  // "1 125/1000" may be a thousand and more over a thousand, and "1 4/3" is nothing that is written.
  if (over.length > 2 || BigInt(over) >= BigInt(under)) return null;
  const value = plus(part, fraction(BigInt(whole)) ?? zero);
  return { token: { kind: 'number', value, shape: 'mixed' }, length: written.length };
}

const longestFraction = 60;

/** `x` between two numbers multiplies, also where one of them is in brackets with a space before it, and is a number that is looked for elsewhere. */
function unknownAt(text: string, before: Token | undefined): Taken | null {
  const [name] = /^(?:[xyzس□?](?!\p{L})|_+)/u.exec(text) ?? [];
  if (name === undefined) return null;
  const isBetween = before?.kind === 'number' || (before?.kind === 'sign' && ')%'.includes(before.sign));
  if (name === 'x' && isBetween && /^x *(?:\d|[□?_])|^x \(/u.test(text)) return { token: { kind: 'sign', sign: '*' }, length: 1 };
  return { token: { kind: 'unknown', name: name.startsWith('_') ? '?' : name.replace('□', '?') }, length: name.length };
}

const signs: ReadonlyMap<string, Sign> = new Map((['+', '-', '*', '/', ':', '^', '(', ')', '%'] as const).map((sign) => [sign, sign]));

function signAt(text: string): Taken | null {
  if (text.startsWith(ofSign)) return { token: { kind: 'sign', sign: 'of' }, length: ofSign.length };
  const sign = signs.get(text.charAt(0));
  return sign === undefined ? null : { token: { kind: 'sign', sign }, length: 1 };
}

/** Stands for "of", in whatever language it was written. No text of a person holds it when it is read. */
export const ofSign = '\u{F0000}';
