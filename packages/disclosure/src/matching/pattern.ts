import { fold, isMarkSymbol, isWordSymbol, SPACE } from '../text/fold.ts';
import { spellings } from '../text/mark-order.ts';

/** A set of folded symbols: those named, and whole categories. */
export interface SymbolSet {
  readonly symbols: ReadonlySet<number>;
  readonly letters: boolean;
  readonly digits: boolean;
  /** Combining marks by themselves: what follows a letter, never written by an author. */
  readonly marks?: boolean;
}

export type PatternNode =
  | {
      readonly kind: 'set';
      readonly set: SymbolSet;
      /** Combining marks may follow, as they belong to the letter. */ readonly marked: boolean;
    }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

export type ParsedPattern =
  | { readonly ok: true; readonly node: PatternNode; readonly longest: number }
  | { readonly ok: false; readonly expected: string; readonly at: number };

/** Longest match that a pattern may have, in folded symbols without the marks that belong to `\\w` and `\\p{L}`. It bounds how much text can ever be held back. */
export const longestPattern = 400;
const longestClass = 1024;
/** Sets that a pattern may need when its repetitions are written out: it bounds the memory of the automaton. */
const mostSets = 4000;
const deepestNesting = 40;

class PatternError extends Error {
  readonly at: number;
  constructor(expected: string, at: number) {
    super(expected);
    this.at = at;
  }
}

/**
 * The subset of regular expressions that runs in linear time with a known longest match: literals, `\d`, `\w` (letter, digit or `_`), `\p{L}` (each letter
 * with the marks on it), `\s`, `[...]` with ranges, `(...)`, `|`, `?`, `{m,n}`. No `*`, `+`, `.`, look-around, back-reference or anchors: words are matched whole anyway.
 */
export function parsePattern(source: string): ParsedPattern {
  try {
    const reader = { characters: Array.from(source), at: 0, depth: 0 };
    const node = readEither(reader);
    if (reader.at < reader.characters.length) throw new PatternError('a pattern without an unmatched ")"', reader.at);
    const longest = longestMatch(node);
    if (longest === 0 || shortestMatch(node) === 0) throw new PatternError('a pattern that matches at least one character', 0);
    if (longest > longestPattern) throw new PatternError(`a longest match of at most ${longestPattern} characters`, 0);
    if (setsIn(node) > mostSets) throw new PatternError(`a pattern of at most ${mostSets} characters when repetitions are written out`, 0);
    return { ok: true, node, longest };
  } catch (error) {
    if (error instanceof PatternError) return { ok: false, expected: error.message, at: error.at };
    throw error;
  }
}

interface Reader {
  readonly characters: readonly string[];
  at: number;
  depth: number;
}

function readEither(reader: Reader): PatternNode {
  const parts = [readSequence(reader)];
  while (reader.characters[reader.at] === '|') {
    reader.at++;
    parts.push(readSequence(reader));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'either', parts };
}

function readSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  for (;;) {
    const character = reader.characters[reader.at];
    if (character === undefined || character === '|' || character === ')') return { kind: 'sequence', parts };
    const part = readRepeat(reader, readAtom(reader));
    if (!isSpace(part) || !isSpace(parts.at(-1))) parts.push(part);
  }
}

function readAtom(reader: Reader): PatternNode {
  const at = reader.at;
  const character = reader.characters[reader.at++] ?? '';
  if (character === '(') {
    if (++reader.depth > deepestNesting) throw new PatternError(`brackets at most ${deepestNesting} deep`, at);
    const node = readEither(reader);
    reader.depth--;
    if (reader.characters[reader.at] !== ')') throw new PatternError('a ")" for this "("', at);
    reader.at++;
    return node;
  }
  if (character === '[') return readClass(reader, at);
  if (character === '\\') return setNode(readEscape(reader, at));
  if ('*+.^$?{}]'.includes(character)) throw new PatternError(`"\\${character}" for the character, or "{m,n}" for repetition`, at);
  return literal(symbolsOf(character));
}

/** One written character may fold to several symbols (õ is o and a tilde), and their marks may stand in several orders. */
function literal(symbols: readonly number[]): PatternNode {
  const parts = spellings(symbols).flatMap((orders): readonly PatternNode[] =>
    orders.length === 1 ? symbolNodes(orders[0] ?? []) : [{ kind: 'either', parts: orders.map((order) => sequenceOf(symbolNodes(order))) }],
  );
  return sequenceOf(parts);
}

function symbolsOf(character: string): readonly number[] {
  return fold(character.codePointAt(0) ?? 0).symbols;
}

/** A pattern of symbols that stand one behind the other. */
export function patternOfSymbols(symbols: readonly number[]): PatternNode {
  return sequenceOf(symbolNodes(symbols));
}

function symbolNodes(symbols: readonly number[]): readonly PatternNode[] {
  return symbols.map((symbol) => setNode(named([symbol])));
}

function sequenceOf(parts: readonly PatternNode[]): PatternNode {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
}

function setNode(set: SymbolSet): PatternNode {
  return { kind: 'set', set, marked: set.letters };
}

/** Runs of white space are one symbol in the text, so they are one in a pattern. */
function isSpace(node: PatternNode | undefined): boolean {
  return node?.kind === 'set' && !node.set.letters && !node.set.digits && node.set.symbols.size === 1 && node.set.symbols.has(SPACE);
}

function named(symbols: Iterable<number>): SymbolSet {
  return { symbols: new Set(symbols), letters: false, digits: false };
}

function readEscape(reader: Reader, at: number): SymbolSet {
  const character = reader.characters[reader.at++];
  if (character === 'd') return { symbols: new Set(), letters: false, digits: true };
  if (character === 's') return named([SPACE]);
  if (character === 'w') return { symbols: new Set([0x5f]), letters: true, digits: true };
  if (character === 'p' && reader.characters.slice(reader.at, reader.at + 3).join('') === '{L}') {
    reader.at += 3;
    return { symbols: new Set(), letters: true, digits: false };
  }
  if (character === undefined || /[A-Za-z0-9]/.test(character))
    throw new PatternError('one of \\d \\w \\s \\p{L} or an escaped punctuation mark', at);
  return named(symbolsOf(character));
}

function readClass(reader: Reader, at: number): PatternNode {
  if (reader.characters[reader.at] === '^') throw new PatternError('a class that names what it matches, not what it does not', at);
  const sets: SymbolSet[] = [];
  const written = new Map<string, readonly number[]>();
  for (;;) {
    const character = reader.characters[reader.at++];
    if (character === undefined) throw new PatternError('a "]" for this "["', at);
    if (character === ']') break;
    if (character === '\\') sets.push(readEscape(reader, reader.at - 1));
    else for (const symbols of readRange(reader, character)) written.set(symbols.join(), symbols);
  }
  if (sets.length === 0 && written.size === 0) throw new PatternError('a class with at least one visible character', at);
  const single = [...written.values()].filter((symbols) => symbols.length === 1).flat();
  const several = [...written.values()].filter((symbols) => symbols.length > 1);
  const set = setNode({
    symbols: new Set([...single, ...sets.flatMap((part) => [...part.symbols])]),
    letters: sets.some((part) => part.letters),
    digits: sets.some((part) => part.digits),
  });
  return several.length === 0 ? set : { kind: 'either', parts: [set, ...several.map(literal)] };
}

/** Folded spellings of the characters from `first` to what follows a dash, or of `first` alone. */
function readRange(reader: Reader, first: string): readonly (readonly number[])[] {
  const last = reader.characters[reader.at + 1];
  const isRange = reader.characters[reader.at] === '-' && last !== undefined && last !== ']';
  const from = first.codePointAt(0) ?? 0;
  const to = isRange ? (last.codePointAt(0) ?? 0) : from;
  if (to < from || to - from > longestClass)
    throw new PatternError(`a range in order, of at most ${longestClass} characters`, reader.at - 1);
  if (isRange) reader.at += 2;
  const spelled: (readonly number[])[] = [];
  for (let codePoint = from; codePoint <= to; codePoint++) {
    const { symbols } = fold(codePoint);
    if (symbols.length > 0) spelled.push(symbols);
  }
  return spelled;
}

function readRepeat(reader: Reader, part: PatternNode): PatternNode {
  const at = reader.at;
  if (reader.characters[at] === '?') {
    reader.at++;
    return { kind: 'repeat', part, least: 0, most: 1 };
  }
  if (reader.characters[at] !== '{') return part;
  const close = reader.characters.indexOf('}', at);
  const bounds = /^(\d{1,3})(?:,(\d{1,3}))?$/.exec(reader.characters.slice(at + 1, close === -1 ? at + 1 : close).join(''));
  const least = Number(bounds?.[1]);
  const most = Number(bounds?.[2] ?? bounds?.[1]);
  if (bounds === null || most < least || most === 0) throw new PatternError('a repetition with bounds, such as {1,8}', at);
  reader.at = close + 1;
  return repeat(part, least, most);
}

function repeat(part: PatternNode, least: number, most: number): PatternNode {
  if (!isSpace(part)) return { kind: 'repeat', part, least, most };
  return least > 0 ? part : { kind: 'repeat', part, least: 0, most: 1 };
}

function longestMatch(node: PatternNode): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + longestMatch(part), 0);
    case 'either':
      return Math.max(...node.parts.map(longestMatch));
    case 'repeat':
      return node.most * longestMatch(node.part);
  }
}

function shortestMatch(node: PatternNode): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + shortestMatch(part), 0);
    case 'either':
      return Math.min(...node.parts.map(shortestMatch));
    case 'repeat':
      return node.least * shortestMatch(node.part);
  }
}

/** Number of sets when every repetition is written out. */
function setsIn(node: PatternNode): number {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
    case 'either':
      return node.parts.reduce((sum, part) => sum + setsIn(part), 0);
    case 'repeat':
      return node.most * setsIn(node.part);
  }
}

/** Symbols that a pattern names. */
export function symbolsIn(node: PatternNode): readonly number[] {
  if (node.kind === 'set') return [...node.set.symbols];
  return node.kind === 'repeat' ? symbolsIn(node.part) : node.parts.flatMap(symbolsIn);
}

/** Whether a set holds a symbol. Digits are folded to ASCII before, so `digits` means 0 to 9. A mark is no letter: it follows one. */
export function setHolds(set: SymbolSet, symbol: number): boolean {
  if (set.symbols.has(symbol)) return true;
  if (isMarkSymbol(symbol)) return set.marks === true;
  const isDigit = symbol >= 0x30 && symbol <= 0x39;
  return isDigit ? set.digits : set.letters && symbol !== 0x5f && isWordSymbol(symbol);
}
