import { plainSigns } from './plain-signs.ts';
import { equalWords, ofWords, spokenSigns } from './sum-words.ts';
import { ofSign } from './tokens.ts';

/** A text without the words around its sum, in plain signs; null where a sign in it cannot be told. */
export function bareSum(text: string, around: readonly string[]): string | null {
  const plain = plainSigns(text.toLowerCase());
  if (plain === null) return null;
  return withSigns(withoutAround(plain.trim(), around)).trim();
}

const mostAround = 6;

function withoutAround(text: string, words: readonly string[]): string {
  let bare = text;
  for (let round = 0; round < mostAround; round++) {
    const next = words.reduce(withoutEnd, words.reduce(withoutStart, bare));
    if (next === bare) break;
    bare = next;
  }
  return bare;
}

const inWord = /^[\p{L}\p{M}\p{N}]/u;

function withoutStart(text: string, word: string): string {
  if (!text.startsWith(word)) return text;
  const rest = text.slice(word.length);
  return inWord.test(rest) ? text : rest.replace(/^[\s:,]+/u, '');
}

/** The sign that ends a sentence is no part of a sum; an exclamation mark may be. */
function withoutEnd(text: string, word: string): string {
  const bare = text.replace(/(?<=[\p{L}\p{M}\p{N})%])\s*[.?؟។]$|(?<=[\p{L}\p{M}])!$/u, '').trimEnd();
  if (!bare.endsWith(word)) return bare;
  const rest = bare.slice(0, -word.length);
  return /[\p{L}\p{M}\p{N}]$/u.test(rest) ? bare : rest.trimEnd();
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
