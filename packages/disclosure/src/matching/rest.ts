import { isWordSymbol } from '../text/fold.ts';
import { escape, signs } from '../text/sign.ts';

/** What a symbol is for what rests: bits of a number. */
export const SIGN = 1;
const ESCAPE = 2;
export const LETTER = 4;
export const WORD = 8;

export function natureOf(symbol: number): number {
  if (signs.has(symbol)) return symbol === escape ? SIGN | ESCAPE : SIGN;
  if (!isWordSymbol(symbol)) return 0;
  const isDigit = symbol >= 0x30 && symbol <= 0x39;
  return isDigit ? WORD : WORD | LETTER;
}

/**
 * How a partial match stands: it reads on, or rests over a sign, over a backslash, or within the name of a command of a formula. Where it rests nothing has been
 * matched since, so that it cannot be complete there.
 */
export const reading = 0;
const overSign = 1;
const overEscape = 2;
const inCommand = 3;
export const mostModes = 4;

/** What follows a backslash belongs to it: `\text` is a command, and `\5` is shown as it stands. */
export function isTaken(mode: number, nature: number): boolean {
  return (mode === overEscape && (nature & WORD) !== 0) || (mode === inCommand && (nature & LETTER) !== 0);
}

/** How a partial match stands that cannot go on with a symbol; `reading` when it may not rest over that and is over. Punctuation behind a backslash is space in a formula. */
export function restOver(mode: number, nature: number): number {
  if ((nature & SIGN) !== 0) return (nature & ESCAPE) !== 0 ? overEscape : overSign;
  if ((mode === overEscape || mode === inCommand) && (nature & LETTER) !== 0) return inCommand;
  return mode === overEscape && (nature & WORD) === 0 ? overSign : reading;
}

/** Symbols that a partial match may rest over: enough for a sign before each character of a number, and for a few commands. It bounds how long a match can be (R8). */
export const mostRests = 128;
