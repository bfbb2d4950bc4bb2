import { numberedStart } from './numbered-start.ts';
import { plainSigns } from './plain-signs.ts';
import { equalWords, ofWords, spokenSigns } from './sum-words.ts';
import { ofSign } from './tokens.ts';

/** A way to read a text: its sum without the words around it, in plain signs. */
export interface Reading {
  readonly sum: string;
  /** Something before it is taken for its number: it may be of another task. */
  readonly isNumbered: boolean;
}

export interface Words {
  readonly around: readonly string[];
  /** Of what a number before the sum may be the number. */
  readonly nouns: readonly string[];
}

/** How often something is taken away from a text. */
const mostWays = 4;

/** The ways in which a text can be read, the likeliest first; none where a sign in it cannot be told. */
export function readingsOf(text: string, words: Words): readonly Reading[] {
  // "№" becomes "No" on the way.
  const plain = plainSigns(text.toLowerCase())?.toLowerCase();
  if (plain === undefined) return [];
  return ways(plain.trim(), words, mostWays).map(({ sum, isNumbered }) => ({ sum: withSigns(sum).trim(), isNumbered }));
}

function ways(text: string, words: Words, most: number): readonly Reading[] {
  const bare = withoutAround(text, words.around).replace(/^= ?/u, '');
  const whole = { sum: words.nouns.reduce(withoutStart, bare), isNumbered: false };
  if (most === 0) return [whole];
  // With a blank behind it, it may be the dash of a list or behind a word.
  if (bare.startsWith('- ')) return [whole, ...ways(bare.slice(2), words, most - 1)];
  const start = numberedStart(bare, words.nouns);
  if (start !== null) {
    const rest = ways(start.rest, words, most - 1).map(({ sum }) => ({ sum, isNumbered: true }));
    return start.isSure ? [...rest, whole] : [whole, ...rest];
  }
  return whole.sum === bare ? [whole] : ways(whole.sum, words, most - 1);
}

const mostAround = 6;

function withoutAround(text: string, words: readonly string[]): string {
  let bare = text;
  for (let round = 0; round < mostAround; round++) {
    const next = words.reduce(withoutEnd, withoutStop(words.reduce(withoutStart, bare)));
    if (next === bare) break;
    bare = next;
  }
  return bare;
}

const inWord = /^[\p{L}\p{M}\p{N}]/u;

/** A dash straight behind a word may be the sign of a number or not: it is left with a blank behind it. */
function withoutStart(text: string, word: string): string {
  if (!text.startsWith(word)) return text;
  const rest = text.slice(word.length);
  return inWord.test(rest) ? text : rest.replace(/^\s*-\s*/u, '- ').replace(/^[\s:,]+/u, '');
}

/** The sign that ends a sentence is no part of a sum; an exclamation mark may be. */
function withoutStop(text: string): string {
  return text.replace(/(?<=[\p{L}\p{M}\p{N})%])\s*[.?؟।]$|(?<=[\p{L}\p{M}])!$/u, '').trimEnd();
}

function withoutEnd(text: string, word: string): string {
  if (!text.endsWith(word)) return text;
  const rest = text.slice(0, -word.length);
  return /[\p{L}\p{M}\p{N}]$/u.test(rest) ? text : rest.trimEnd();
}

const number = '[\\d)%x]';
const between = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?<=${number}) ?(?<![\\p{L}\\p{M}])(?:${words.map((word) => word.replaceAll(' ', ' +')).join('|')})(?![\\p{L}\\p{M}]) ?(?=[-+(\\dx])`,
    'gu',
  );

const replacements: readonly (readonly [RegExp, string])[] = [
  [/% ?(\d+)-?i?st$/gu, `% ${ofSign} $1`],
  [between(ofWords), ` ${ofSign} `],
  ...spokenSigns.map(([words, sign]): readonly [RegExp, string] => [
    sign === '%' ? new RegExp(`(?<=\\d) (?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'gu') : between(words),
    ` ${sign} `,
  ]),
  [between(equalWords), ' = '],
];

function withSigns(text: string): string {
  return replacements.reduce((read, [written, sign]) => read.replace(written, sign), text);
}

const spokenSign = new RegExp(`(?<![\\p{L}\\p{M}])(?:${spokenSigns.flatMap(([words]) => words).join('|')})(?![\\p{L}\\p{M}])`, 'iu');

/** Whether somebody speaks of a sum in words, as "fifteen minus three". */
export function namesSum(text: string): boolean {
  return spokenSign.test(text.normalize('NFKC'));
}
