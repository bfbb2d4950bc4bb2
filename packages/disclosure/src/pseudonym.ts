import { foldedString } from './text/fold.ts';
import { closeBracket, openBracket } from './wording.ts';

/** What a pseudonym stands for. */
export interface Original {
  readonly text: string;
  /** Id of the identifier that it was found as; null for brackets that somebody typed. */
  readonly identifier: string | null;
}

/** By pseudonym. */
export type Originals = ReadonlyMap<string, Original>;

/** Longest pseudonym with its brackets, in UTF-16 units, also as a model may write it. */
export const longestPseudonym = 48;

export function pseudonymOf(name: string, count: number): string {
  return `${openBracket}${name}-${count}${closeBracket}`;
}

/**
 * What a pseudonym stands for that a model has written: also in other case, digits, dashes or spaces, and with an ending on its name or behind its number, where that
 * names exactly one.
 */
export function originalOf(originals: Originals, written: string): Original | null {
  const known = originals.get(written);
  if (known !== undefined) return known;
  const read = readName(written);
  if (read === null) return null;
  const numbered = byNumber(originals).get(read.number) ?? [];
  const same = numbered.filter(({ name }) => name === read.name);
  const alike =
    same.length > 0 ? same : numbered.filter(({ name }) => read.name.startsWith(name) && read.name.length <= name.length + longestEnding);
  return alike.length === 1 ? (alike[0]?.original ?? null) : null;
}

/** Letters of the longest ending that a name may take. */
const longestEnding = 5;

interface Name {
  readonly name: string;
  readonly number: number;
}

interface Named extends Name {
  readonly original: Original;
}

const indexes = new WeakMap<Originals, ReadonlyMap<number, readonly Named[]>>();

/** A conversation may have many pseudonyms, and an answer many brackets. */
function byNumber(originals: Originals): ReadonlyMap<number, readonly Named[]> {
  const known = indexes.get(originals);
  if (known !== undefined) return known;
  const index = new Map<number, Named[]>();
  for (const [pseudonym, original] of originals) {
    const read = readName(pseudonym);
    if (read === null) continue;
    const numbered = index.get(read.number);
    if (numbered === undefined) index.set(read.number, [{ ...read, original }]);
    else numbered.push({ ...read, original });
  }
  indexes.set(originals, index);
  return index;
}

/** Letters alone, whatever the case, and a number, whatever the script of its digits. */
function readName(pseudonym: string): Name | null {
  const inner = pseudonym.slice(openBracket.length, -closeBracket.length);
  if (/[⟦\n\r]/u.test(inner)) return null;
  const compact = foldedString(inner).replace(/[\s\p{M}*_`-]/gu, '');
  const [, name, number] = /^(\p{L}+)(\d{1,6})\p{L}{0,5}$/u.exec(compact) ?? [];
  return name === undefined ? null : { name, number: Number(number) };
}
