import { flagBits, fold, isMarkSymbol, isWordSymbol, SPACE } from '../text/fold.ts';
import { signs } from '../text/sign.ts';
import { LETTER, natureOf, timesNature, WORD } from './rest.ts';

/**
 * Classes of symbols that no rule tells apart, so that a state's row is short whatever the scripts. A symbol that some rule names has a class of
 * its own; all other letters share one class, all other marks one, and all other characters one.
 */
export interface Alphabet {
  readonly size: number;
  readonly spaceClass: number;
  readonly starClass: number;
  /** Of the star behind a digit: whatever holds the star holds this too. */
  readonly timesClass: number;
  classOf(symbol: number): number;
  /** For each class what its symbols are for what rests. */
  readonly natures: Uint8Array;
  /** Every named symbol with its class. */
  readonly named: ReadonlyMap<number, number>;
  /**
   * For each UTF-16 unit its kind: units of one kind are the same symbols. `surrogate` for half a code point, `notYetRead` until `learn` has been asked: most texts need a
   * few hundred units.
   */
  readonly kinds: Uint16Array;
  /** The symbols of a unit of a kind, each as `class << flagBits | flags`. */
  readonly codes: readonly (readonly number[])[];
  /** The kind of a unit that was not read before. */
  learn(unit: number): number;
}

const otherCharacter = 0;
export const otherLetter = 1;
export const otherMark = 2;
const categories = 3;

const star = 0x2a;

export const notYetRead = 0;
export const surrogate = 1;

/** Digits are always named, so that `\d` needs no category of its own, and so are the signs that are not shown. */
const alwaysNamed = [SPACE, ...signs, ...Array.from('0123456789', (digit) => digit.charCodeAt(0))];

export function createAlphabet(symbols: Iterable<number>): Alphabet {
  const named = new Map<number, number>();
  for (const symbol of [...alwaysNamed, ...symbols]) if (!named.has(symbol)) named.set(symbol, named.size + categories);
  const classOf = (symbol: number): number => named.get(symbol) ?? category(symbol);
  const kinds = new Uint16Array(0x10000).fill(surrogate, 0xd800, 0xe000);
  const codes: (readonly number[])[] = [[], []];
  const known = new Map<string, number>();
  const learn = (unit: number): number => {
    const { symbols, flags } = fold(unit);
    const read = symbols.map((symbol, index) => (classOf(symbol) << flagBits) | (flags[index] ?? 0));
    const key = read.join(',');
    const kind = known.get(key) ?? codes.push(read) - 1;
    known.set(key, kind);
    kinds[unit] = kind;
    return kind;
  };
  const timesClass = named.size + categories;
  const natures = new Uint8Array(timesClass + 1);
  natures[timesClass] = timesNature;
  for (const [symbol, symbolClass] of named) natures[symbolClass] = natureOf(symbol);
  natures[otherLetter] = natures[otherMark] = WORD | LETTER;
  return {
    size: natures.length,
    natures,
    spaceClass: classOf(SPACE),
    starClass: classOf(star),
    timesClass,
    classOf,
    named,
    kinds,
    codes,
    learn,
  };
}

function category(symbol: number): number {
  if (!isWordSymbol(symbol)) return otherCharacter;
  return isMarkSymbol(symbol) ? otherMark : otherLetter;
}
