import { isWordSymbol } from '../text/fold.ts';
import { escape, signs } from '../text/sign.ts';

/** What a symbol is for what rests: bits of a number. */
export const SIGN = 1;
const ESCAPE = 2;
export const LETTER = 4;
export const WORD = 8;
const STAR = 16;
const CLOSE = 32;
const OPEN = 64;
const AT = 128;
/** Of the star behind a digit, which is a symbol of its own: it multiplies, unless another follows. */
export const timesNature = SIGN | STAR;

const signNatures: ReadonlyMap<number, number> = new Map([
  [escape, ESCAPE],
  [0x7d, CLOSE],
  [0x5d, CLOSE],
  [0x7b, OPEN],
]);

export function natureOf(symbol: number): number {
  if (signs.has(symbol)) return SIGN | (signNatures.get(symbol) ?? 0);
  if (!isWordSymbol(symbol)) return symbol === 0x40 ? AT : 0;
  const isDigit = symbol >= 0x30 && symbol <= 0x39;
  return isDigit ? WORD : WORD | LETTER;
}

/**
 * How a partial match stands: it reads on, or rests over a sign, over a backslash, within the name of a command of a formula, over a star behind a digit, over a
 * bracket that closes, or over the brackets between two arguments. Where it rests nothing has been matched since, so that it cannot be complete there.
 */
export const reading = 0;
const overSign = 1;
const overEscape = 2;
const inCommand = 3;
const overTimes = 4;
const overClose = 5;
const betweenArguments = 6;
export const mostModes = 8;

/**
 * What follows a backslash belongs to it: `\text` is a command, and `\5` is shown as it stands. `3*7` and `\frac{3}{7}` are two numbers, and `x[0]@y` and `${name}@host` are
 * code.
 */
export function isTaken(mode: number, nature: number): boolean {
  if (mode === overEscape) return (nature & WORD) !== 0;
  if (mode === inCommand) return (nature & LETTER) !== 0;
  if (mode === overTimes || mode === betweenArguments) return (nature & (WORD | LETTER)) === WORD;
  return mode === overClose && (nature & AT) !== 0;
}

/** How a partial match stands that cannot go on with a symbol; `reading` when it may not rest over that and is over. Punctuation behind a backslash is space in a formula. */
export function restOver(mode: number, nature: number): number {
  if ((nature & SIGN) !== 0) return overSignOf(mode, nature);
  if ((mode === overEscape || mode === inCommand) && (nature & LETTER) !== 0) return inCommand;
  return mode === overEscape && (nature & WORD) === 0 ? overSign : reading;
}

function overSignOf(mode: number, nature: number): number {
  if ((nature & ESCAPE) !== 0) return overEscape;
  if ((nature & STAR) !== 0) return overTimes;
  if ((nature & CLOSE) !== 0) return overClose;
  return mode === overClose && (nature & OPEN) !== 0 ? betweenArguments : overSign;
}

/** Symbols that a partial match may rest over: enough for a sign before each character of a number, and for a few commands. It bounds how long a match can be (R8). */
export const mostRests = 128;

/** Of a partial match that may rest over nothing. */
export const restless = (mostRests - 1) * mostModes + reading;

/** How a place stands to the digits before it: behind none, at one, or behind one with nothing but signs, a backslash or the name of a command between. */
const atDigit = 1;
const behindSigns = 2;
const behindEscape = 3;
const behindCommand = 4;
const mostKinds = 8;
/** Digits that signs part, from their first on: how a place stands to them, and how often signs have parted them so far, times `mostKinds`. */
export type Run = number;
export const noRun: Run = 0;
/** In a longer row of parted digits a number begins at one of the first: were one looked for behind each sign, each stretch of `7_7_7_7` would be tried as a number. */
const mostBeginnings = 4;

export function runOver(run: Run, nature: number): Run {
  const kind = run % mostKinds;
  const parted = run - kind;
  if (isDigit(nature)) return atDigit + (kind >= behindSigns ? Math.min(parted + mostKinds, mostBeginnings * mostKinds) : parted);
  const next = kind === noRun ? noRun : overOther(kind, nature);
  return next === noRun ? noRun : next + parted;
}

function overOther(kind: number, nature: number): number {
  if ((nature & SIGN) !== 0) return (nature & ESCAPE) === 0 ? behindSigns : behindEscape;
  if (kind === behindEscape) return (nature & LETTER) === 0 ? behindSigns : behindCommand;
  return kind === behindCommand && (nature & LETTER) !== 0 ? behindCommand : noRun;
}

/** Whether a digit goes on with a row of parted digits so long that no number with signs in it is looked for from here. */
export function isDeepInRun(run: Run, nature: number): boolean {
  return run >= mostBeginnings * mostKinds && run % mostKinds >= behindSigns && isDigit(nature);
}

function isDigit(nature: number): boolean {
  return (nature & (WORD | LETTER)) === WORD;
}
