/**
 * Folding: two spellings of the same content become the same symbols, so that another digit script, width, case or
 * zero-width padding hides nothing (R12). Folding looks at one code point at a time, so it needs no look-ahead in a stream.
 */
export interface Folded {
  /** Folded code points; empty for what cannot be seen. */
  readonly symbols: readonly number[];
  /** For each symbol. */
  readonly flags: readonly number[];
}

/** Part of a word: a letter, digit, mark or underscore. */
export const WORD = 1;
/** Of a script written without spaces, where every character may begin or end a word. */
export const UNSPACED = 2;
/** A letter, or a mark on one. */
export const LETTER = 4;
/** A combining mark: it belongs to the letter before it, so no word ends or begins in front of it. On anything but a letter it hides nothing and is not read. */
export const MARK = 8;
/** A later symbol of the same written character: no word begins or ends in front of it. */
export const JOINED = 16;
/** Hangul: Korean writes its particles onto the number or foreign word before them, so a word ends where Hangul begins or ends. */
export const HANGUL = 32;
/** Number of bits that flags take. */
export const flagBits = 6;

export const SPACE = 0x20;

/**
 * Default-ignorable and format characters, controls, the Arabic stretching stroke, the vowel marks of Arabic and the points of Hebrew, with which hardly anybody
 * writes, and marks that underline, strike through or enclose: they leave the letter or digit what it is. White space is told apart first, but for the zero-width
 * no-break space.
 */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Me}\u0640]|\u0305|[\u0332-\u0333]|[\u0335-\u0338]|\u033f|[\u20d0-\u20ff]|[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/u;
const space = /[^\S\ufeff]|[\u0085\u2028\u2029]/u;
const digit = /\p{Nd}/u;
const dash = /[\p{Pd}\u2212]/u;
const apostrophe = /[\u2018\u2019\u02bc\u2032]/u;
const mark = /\p{M}/u;
const letter = /[\p{L}\p{M}]/u;
/** The low line joins words and is no part of them: what stands in `call_me` is looked for like anything else. */
const word = /[\p{L}\p{N}\p{M}]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}\p{Script=Javanese}\p{Script=Balinese}]/u;
/** First digits of rows of nine that begin with one, and zeros, for which Unicode names no plain digit: in black and double circles, in circles without serifs. */
const circledOnes = [0x24f5, 0x2776, 0x2780, 0x278a];
const circledZeros = new Set([0x24ff, 0x1f10b, 0x1f10c]);
const hangul = /\p{Script=Hangul}/u;
/** Turkish has a dotted and a dotless i in both cases: all four are one symbol, whatever the language of the text. */
const dottedCapital = 0x130;

/** Unicode lays decimal digits out in runs of ten that start at zero, so the value is the distance from the start of the run. */
function digitValue(codePoint: number): number {
  let start = codePoint;
  while (digit.test(String.fromCodePoint(start - 1))) start--;
  return (codePoint - start) % 10;
}

function circledDigit(codePoint: number): number | null {
  if (circledZeros.has(codePoint)) return 0;
  const one = circledOnes.find((first) => codePoint >= first && codePoint < first + 9);
  return one === undefined ? null : codePoint - one + 1;
}

function foldedText(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return character;
  if (codePoint === dottedCapital) return 'i';
  const circled = circledDigit(codePoint);
  if (circled !== null) return String(circled);
  return Array.from(foldedCharacter(character).normalize('NFKD'), foldedCharacter).join('');
}

/** Through upper case and back, because "ß" and "SS", "ς" and "Σ", "ı" and "I" meet only there. */
function foldedCharacter(character: string): string {
  if (space.test(character)) return ' ';
  if (unseen.test(character)) return '';
  if (digit.test(character)) return String(digitValue(character.codePointAt(0) ?? 0));
  if (dash.test(character)) return '-';
  if (apostrophe.test(character)) return "'";
  return Array.from(character.toLowerCase().toUpperCase(), (part) => part.toLowerCase()).join('');
}

function flagsOf(symbol: string): number {
  if (!word.test(symbol)) return 0;
  return (
    WORD |
    (hangul.test(symbol) ? HANGUL : 0) |
    (unspaced.test(symbol) ? UNSPACED : 0) |
    (letter.test(symbol) ? LETTER : 0) |
    (mark.test(symbol) ? MARK : 0)
  );
}

const cache = new Map<number, Folded>();
/** Enough for any text that people write, and a bound for one made to fill memory. */
const mostCached = 1 << 16;

export function fold(codePoint: number): Folded {
  const known = cache.get(codePoint);
  if (known !== undefined) return known;
  const characters = Array.from(foldedText(codePoint));
  const folded = {
    symbols: characters.map((character) => character.codePointAt(0) ?? 0),
    flags: characters.map((character, index) => flagsOf(character) | (index === 0 ? 0 : JOINED)),
  };
  if (cache.size < mostCached) cache.set(codePoint, folded);
  return folded;
}

/** Symbols of a whole text as the scanner reads them: runs of white space as one space, no marks on anything but letters. */
export function foldText(text: string): readonly number[] {
  const read: number[] = [];
  let before = 0;
  for (const character of text) {
    const { symbols, flags } = fold(character.codePointAt(0) ?? 0);
    symbols.forEach((symbol, index) => {
      const now = flags[index] ?? 0;
      if (isStrayMark(before, now) || (symbol === SPACE && read.at(-1) === SPACE)) return;
      read.push(symbol);
      before = now;
    });
  }
  return read;
}

function isStrayMark(before: number, now: number): boolean {
  return (now & MARK) !== 0 && (before & LETTER) === 0;
}

export function foldedString(text: string): string {
  return foldText(text)
    .map((symbol) => String.fromCodePoint(symbol))
    .join('');
}

export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

export function isWordSymbol(symbol: number): boolean {
  return word.test(String.fromCodePoint(symbol));
}

export function isMarkSymbol(symbol: number): boolean {
  return mark.test(String.fromCodePoint(symbol));
}
