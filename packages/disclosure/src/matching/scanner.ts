import { isHighSurrogate, isLowSurrogate } from '@parlance/core';
import { flagBits, fold, UNSPACED } from '../text/fold.ts';
import { type Alphabet, firstSeveral, notYetRead, surrogate } from './alphabet.ts';
import { type Automaton, dead, type State } from './automaton.ts';
import { addHits, type Cursor, type LiveThread, readSymbol } from './cursor.ts';
import { type Hit } from './hit.ts';
import { readRun } from './read-run.ts';

/** A partial match: where it began, and how far the terms and the patterns have come. */
interface Thread {
  readonly start: number;
  readonly from: number;
  readonly node: number;
  readonly state: State | null;
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
  for (const thread of cursor.threads.slice(0, cursor.live)) addHits(cursor, thread);
  return { hits: cursor.hits ?? noHits, position: before.position + (before.pendingHigh === null ? 0 : 1) };
}

function startCursor({ alphabet, automaton }: Table, before: Scan): Cursor {
  const graph = automaton.graph();
  const threads: LiveThread[] = [];
  for (const { start, from, node, state } of before.threads)
    threads.push({ start, from, node, state: state === null ? dead : graph.numberOf(state) });
  return {
    alphabet,
    trie: automaton.trie,
    graph,
    hits: null,
    threads,
    live: threads.length,
    flags: before.flags,
    afterSpace: before.afterSpace,
    end: before.end,
    seen: before.seen,
  };
}

function threadsOf({ graph, threads, live }: Cursor): readonly Thread[] {
  if (live === 0) return noThreads;
  const kept: Thread[] = [];
  for (let index = 0; index < live; index++) {
    const thread = threads[index];
    if (thread === undefined) continue;
    const { start, from, node, state } = thread;
    kept.push({ start, from, node, state: state === dead ? null : graph.stateOf(state) });
  }
  return kept;
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
  const { offset } = place;
  for (let index = place.index; index < chunk.length;) {
    if (cursor.live < 2 && (cursor.flags & UNSPACED) === 0) {
      index = readRun(cursor, chunk, { index, offset });
      if (index === chunk.length) break;
    }
    const unit = chunk.charCodeAt(index);
    let code = units[unit] ?? notYetRead;
    if (code === notYetRead) code = alphabet.learn(unit);
    if (code === surrogate) {
      if (isHighSurrogate(unit) && index + 1 === chunk.length) return unit;
      index += readSurrogate(cursor, chunk, { index, offset });
      continue;
    }
    if (code >= 0) readSymbol(cursor, code, offset + index);
    else readSeveral(cursor, code, offset + index);
    index++;
  }
  return null;
}

/** One unit that is none or several symbols. */
function readSeveral(cursor: Cursor, code: number, start: number): void {
  const codes = cursor.alphabet.several[firstSeveral - code] ?? [];
  for (let index = 0; index < codes.length; index++) readSymbol(cursor, codes[index] ?? 0, start);
}

/** Reads a pair of surrogates, or one without its partner; returns how many units they are. */
function readSurrogate(cursor: Cursor, chunk: string, { index, offset }: { readonly index: number; readonly offset: number }): number {
  const unit = chunk.charCodeAt(index);
  const low = isHighSurrogate(unit) ? chunk.charCodeAt(index + 1) : 0;
  const length = isLowSurrogate(low) ? 2 : 1;
  readCodePoint(cursor, length === 2 ? toCodePoint(unit, low) : unit, offset + index + length);
  return length;
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
