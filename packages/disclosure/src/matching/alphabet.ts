import { flagBits, fold, isMarkSymbol, isWordSymbol, SPACE } from '../text/fold.ts';

/**
 * Classes of symbols that no rule tells apart, so that a state's row is short whatever the scripts. A symbol that some rule names has a class of
 * its own; all other letters share one class, all other marks one, and all other characters one.
 */
export interface Alphabet {
  readonly size: number;
  readonly spaceClass: number;
  classOf(symbol: number): number;
  /** Every named symbol with its class. */
  readonly named: ReadonlyMap<number, number>;
  /**
   * For a UTF-16 unit that folds to exactly one symbol, `class << flagBits | flags`; for one that folds to none or several, the place in `several` from the end;
   * `surrogate` for half a code point; `notYetRead` until `learn` has been asked. A table that fills as it is used: most texts need a few hundred of its places.
   */
  readonly units: Int32Array;
  /** Codes of the symbols of a unit whose code is `firstSeveral - place`. */
  readonly several: readonly (readonly number[])[];
  learn(unit: number): number;
}

const otherCharacter = 0;
export const otherLetter = 1;
export const otherMark = 2;
const categories = 3;

export const surrogate = -1;
export const notYetRead = -2;
export const firstSeveral = -3;

/** Digits are always named, so that `\d` needs no category of its own. */
const alwaysNamed = [SPACE, 0x5f, ...Array.from('0123456789', (digit) => digit.charCodeAt(0))];

export function createAlphabet(symbols: Iterable<number>): Alphabet {
  const named = new Map<number, number>();
  for (const symbol of [...alwaysNamed, ...symbols]) if (!named.has(symbol)) named.set(symbol, named.size + categories);
  const classOf = (symbol: number): number => named.get(symbol) ?? category(symbol);
  const units = new Int32Array(0x10000).fill(notYetRead);
  const several: (readonly number[])[] = [];
  const codeOf = (unit: number): number => {
    if (unit >= 0xd800 && unit <= 0xdfff) return surrogate;
    const { symbols, flags } = fold(unit);
    const codes = symbols.map((symbol, index) => (classOf(symbol) << flagBits) | (flags[index] ?? 0));
    return codes.length === 1 && codes[0] !== undefined ? codes[0] : firstSeveral + 1 - several.push(codes);
  };
  const learn = (unit: number): number => {
    const code = codeOf(unit);
    units[unit] = code;
    return code;
  };
  return { size: named.size + categories, spaceClass: classOf(SPACE), classOf, named, units, several, learn };
}

function category(symbol: number): number {
  if (!isWordSymbol(symbol)) return otherCharacter;
  return isMarkSymbol(symbol) ? otherMark : otherLetter;
}
