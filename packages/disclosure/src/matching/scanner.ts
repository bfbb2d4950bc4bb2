import { isHighSurrogate, isLowSurrogate } from '@parlance/core';
import { flagBits, fold, HANGUL, JOINED, LETTER, MARK, UNSPACED, WORD } from '../text/fold.ts';
import { notYetRead, type Alphabet } from './alphabet.ts';
import { type Automaton, dead, type Graph, notLearned, type State } from './automaton.ts';

/** A stretch of a channel. */
export interface Span {
  /** UTF-16 units from the start of the channel, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The same in symbols that can be seen: padding does not count. */
  readonly from: number;
  readonly to: number;
}

/** A place where an entry matched. */
export interface Hit extends Span {
  readonly entry: number;
}

/** A partial match: where it began and how far the automaton has come. */
interface Thread {
  readonly start: number;
  readonly from: number;
  readonly state: State;
}

/** The same within a chunk, where a state is a number. */
interface LiveThread {
  readonly start: number;
  readonly from: number;
  state: number;
}

/** State of a scan between two chunks. Threads are in order of their start, so the first one says how far back text could still become part of a match. */
export interface Scan {
  /** Units scanned so far; a high surrogate at the end of a chunk waits for its partner. */
  readonly position: number;
  readonly pendingHigh: number | null;
  readonly threads: readonly Thread[];
  /** Flags of the last symbol that could be seen, and where it ended. */
  readonly flags: number;
  readonly afterSpace: boolean;
  readonly end: number;
  /** Symbols seen so far. */
  readonly seen: number;
}

const noThreads: readonly Thread[] = [];

export const freshScan: Scan = { position: 0, pendingHigh: null, threads: noThreads, flags: 0, afterSpace: false, end: 0, seen: 0 };

/** Everything before this offset is settled: no match that is still open or still to come begins before it. */
export function settledUpTo(scan: Scan): number {
  return scan.threads[0]?.start ?? scan.position;
}

/** The same in symbols that can be seen. */
export function settledSymbols(scan: Scan): number {
  return scan.threads[0]?.from ?? scan.seen;
}

export interface Table {
  readonly alphabet: Alphabet;
  readonly automaton: Automaton;
}

const noHits: readonly Hit[] = [];

/** Scans one chunk: one pass, one table look-up per symbol and live partial match. Pure: the scan given in is left as it was. */
export function scan(table: Table, before: Scan, chunk: string): readonly [Scan, readonly Hit[]] {
  if (chunk.length === 0) return [before, noHits];
  const cursor = startCursor(table, before);
  const waiting = before.pendingHigh === null ? 0 : 1;
  const offset = before.position + waiting;
  const index = before.pendingHigh === null ? 0 : joinPending(cursor, before.pendingHigh, { low: chunk.charCodeAt(0), offset });
  const pendingHigh = readChunk(cursor, chunk, { index, offset });
  const position = offset + chunk.length - (pendingHigh === null ? 0 : 1);
  const { flags, afterSpace, end, seen } = cursor;
  return [{ position, pendingHigh, threads: threadsOf(cursor), flags, afterSpace, end, seen }, cursor.hits ?? noHits];
}

/** Ends the text: what was waiting for a boundary is decided. */
export function finishScan(table: Table, before: Scan): { readonly hits: readonly Hit[]; readonly position: number } {
  const cursor = startCursor(table, before);
  if (before.pendingHigh !== null) readCodePoint(cursor, before.pendingHigh, before.position + 1);
  confirm(cursor);
  return { hits: cursor.hits ?? noHits, position: before.position + (before.pendingHigh === null ? 0 : 1) };
}

interface Cursor {
  readonly alphabet: Alphabet;
  readonly graph: Graph;
  readonly spaceClass: number;
  hits: Hit[] | null;
  /** The first `live` of them are alive. */
  readonly threads: LiveThread[];
  live: number;
  flags: number;
  afterSpace: boolean;
  end: number;
  seen: number;
}

function startCursor(table: Table, before: Scan): Cursor {
  const graph = table.automaton.graph();
  const threads =
    before.threads.length === 0 ? [] : before.threads.map(({ start, from, state }) => ({ start, from, state: graph.numberOf(state) }));
  return {
    alphabet: table.alphabet,
    graph,
    spaceClass: table.alphabet.spaceClass,
    hits: null,
    threads,
    live: before.threads.length,
    flags: before.flags,
    afterSpace: before.afterSpace,
    end: before.end,
    seen: before.seen,
  };
}

function threadsOf({ graph, threads, live }: Cursor): readonly Thread[] {
  if (live === 0) return noThreads;
  return threads.slice(0, live).map(({ start, from, state }) => ({ start, from, state: graph.stateOf(state) }));
}

/** Reads the high surrogate that a chunk ended with; returns how many units of the new chunk went with it. */
function joinPending(cursor: Cursor, high: number, next: { readonly low: number; readonly offset: number }): number {
  if (isLowSurrogate(next.low)) {
    readCodePoint(cursor, toCodePoint(high, next.low), next.offset + 1);
    return 1;
  }
  readCodePoint(cursor, high, next.offset);
  return 0;
}

function toCodePoint(high: number, low: number): number {
  return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
}

/** Reads units from `index` on; returns a high surrogate that still waits for its partner. */
function readChunk(cursor: Cursor, chunk: string, place: { readonly index: number; readonly offset: number }): number | null {
  const { alphabet } = cursor;
  const { units } = alphabet;
  for (let index = place.index; index < chunk.length; index++) {
    const unit = chunk.charCodeAt(index);
    let code = units[unit] ?? notYetRead;
    if (code === notYetRead) code = alphabet.learn(unit);
    const end = place.offset + index + 1;
    if (code >= 0) {
      readSymbol(cursor, code, end - 1);
      if (cursor.live < 2 && isInWord(cursor.flags)) index = readWord(cursor, chunk, { index: index + 1, offset: place.offset }) - 1;
      continue;
    }
    if (!isHighSurrogate(unit)) {
      readCodePoint(cursor, unit, end);
      continue;
    }
    if (index + 1 === chunk.length) return unit;
    const low = chunk.charCodeAt(index + 1);
    if (isLowSurrogate(low)) index++;
    readCodePoint(cursor, isLowSurrogate(low) ? toCodePoint(unit, low) : unit, place.offset + index + 1);
  }
  return null;
}

function readCodePoint(cursor: Cursor, codePoint: number, end: number): void {
  const { symbols, flags } = fold(codePoint);
  const start = end - (codePoint > 0xffff ? 2 : 1);
  for (let index = 0; index < symbols.length; index++) {
    readSymbol(cursor, (cursor.alphabet.classOf(symbols[index] ?? 0) << flagBits) | (flags[index] ?? 0), start);
    // The symbol was read as one unit wide, if it was read at all; a pair of surrogates is two.
    if (cursor.end === start + 1) cursor.end = end;
  }
}

const flagMask = (1 << flagBits) - 1;

/** Reads one symbol of one unit. The hot path: nothing is allocated unless a partial match begins. */
function readSymbol(cursor: Cursor, code: number, start: number): void {
  const symbolClass = code >> flagBits;
  const flags = code & flagMask;
  const before = cursor.flags;
  if ((flags & MARK) !== 0 && (before & LETTER) === 0) return;
  const isSpace = symbolClass === cursor.spaceClass;
  if (isSpace && cursor.afterSpace) return;
  const boundary = isBoundary(before, flags);
  if (cursor.live > 0) {
    if (boundary) confirm(cursor);
    advance(cursor, symbolClass);
  }
  if (boundary) {
    const state = follow(cursor.graph, cursor.graph.start, symbolClass);
    if (state !== dead) cursor.threads[cursor.live++] = { start, from: cursor.seen, state };
  }
  cursor.flags = flags;
  cursor.afterSpace = isSpace;
  cursor.end = start + 1;
  cursor.seen++;
}

function isInWord(flags: number): boolean {
  return (flags & (WORD | UNSPACED | HANGUL)) === WORD;
}

/**
 * Reads on to the end of a word with at most one partial match alive: no boundary can come in between, so there is nothing to confirm or to begin. It does what
 * `readSymbol` would do, and most symbols of most texts are read here. Returns the index of the first unit that it did not read.
 */
function readWord(cursor: Cursor, chunk: string, place: { readonly index: number; readonly offset: number }): number {
  const { alphabet, graph } = cursor;
  const { units } = alphabet;
  const thread = cursor.live === 0 ? undefined : cursor.threads[0];
  let state = thread?.state ?? dead;
  let flags = cursor.flags;
  let index = place.index;
  for (; index < chunk.length; index++) {
    const code = units[chunk.charCodeAt(index)] ?? notYetRead;
    if (!goesOn(code, flags)) break;
    flags = code & flagMask;
    if (state !== dead) state = follow(graph, state, code >> flagBits);
  }
  if (index === place.index) return index;
  if (thread !== undefined && state !== dead) thread.state = state;
  else cursor.live = 0;
  cursor.flags = flags;
  cursor.afterSpace = false;
  cursor.end = place.offset + index;
  cursor.seen += index - place.index;
  return index;
}

/** Whether a unit belongs to the word before it and can be read without asking `fold`. */
function goesOn(code: number, before: number): boolean {
  return code >= 0 && isInWord(code) && ((code & MARK) === 0 || (before & LETTER) !== 0);
}

function isBoundary(before: number, after: number): boolean {
  if ((after & (MARK | JOINED)) !== 0) return false;
  return (before & after & WORD) === 0 || ((before | after) & UNSPACED) !== 0 || ((before ^ after) & HANGUL) !== 0;
}

function follow(graph: Graph, state: number, symbolClass: number): number {
  const next = graph.table[state * graph.classes + symbolClass] ?? notLearned;
  return next === notLearned ? graph.learn(state, symbolClass) : next;
}

/** A word has ended: whatever is complete now is a hit. */
function confirm(cursor: Cursor): void {
  for (let index = 0; index < cursor.live; index++) {
    const thread = cursor.threads[index];
    if (thread === undefined) continue;
    const entries = cursor.graph.accepts(thread.state);
    if (entries.length === 0) continue;
    cursor.hits ??= [];
    for (const entry of entries) cursor.hits.push({ entry, start: thread.start, end: cursor.end, from: thread.from, to: cursor.seen });
  }
}

function advance(cursor: Cursor, symbolClass: number): void {
  const { graph, threads } = cursor;
  let kept = 0;
  for (let index = 0; index < cursor.live; index++) {
    const thread = threads[index];
    if (thread === undefined) continue;
    const state = follow(graph, thread.state, symbolClass);
    if (state === dead) continue;
    thread.state = state;
    threads[kept++] = thread;
  }
  cursor.live = kept;
}
