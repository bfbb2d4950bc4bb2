import { isHighSurrogate } from '@parlance/core';
import { type Alphabet } from './alphabet.ts';
import { type Automaton } from './automaton.ts';
import { addHits, type Cursor } from './cursor.ts';
import { dead } from './graph.ts';
import { type Hit } from './hit.ts';
import { type Learned } from './learned.ts';
import { type Place, readOn } from './read-on.ts';
import { readSurrogates } from './read-unit.ts';
import { freshSituation, oldestSymbols, oldestUnits, situationOf, takeUp } from './situations.ts';

/** State of a scan between two chunks. */
export interface Scan {
  /** Units scanned so far; a high surrogate at the end of a chunk waits for its partner. */
  readonly position: number;
  readonly pendingHigh: number | null;
  /** Symbols seen so far. */
  readonly seen: number;
  /** Pairs of surrogates read so far: `position` less these is how many code points that is. */
  readonly pairs: number;
  /** The situation that it is in, and what has given that its number; null before anything has been read. */
  readonly learned: Learned | null;
  readonly situation: number;
}

export const freshScan: Scan = { position: 0, pendingHigh: null, seen: 0, pairs: 0, learned: null, situation: freshSituation };

/** Everything before this offset is settled: no match that is still open or still to come begins before it. */
export function settledUpTo({ position, learned, situation }: Scan): number {
  return learned === null ? position : position - oldestUnits(learned.situations, situation);
}

/** The same in symbols that can be seen. */
export function settledSymbols({ seen, learned, situation }: Scan): number {
  return learned === null ? seen : seen - oldestSymbols(learned.situations, situation);
}

export interface Table {
  readonly alphabet: Alphabet;
  readonly automaton: Automaton;
}

const noHits: readonly Hit[] = [];

function hitsOf({ hits }: Cursor): readonly Hit[] {
  return hits ?? noHits;
}

/** Scans one chunk. Pure but for what is learned, which changes no result: the scan given in is left as it was. */
export function scan({ automaton }: Table, before: Scan, chunk: string): readonly [Scan, readonly Hit[]] {
  if (chunk.length === 0) return [before, noHits];
  const learned = automaton.learned();
  const { cursor } = learned;
  cursor.hits = null;
  learned.units += chunk.length;
  const place = placeOf(learned, before, chunk.charCodeAt(0));
  const last = chunk.charCodeAt(chunk.length - 1);
  const pendingHigh = isHighSurrogate(last) ? last : null;
  const end = pendingHigh === null ? chunk.length : chunk.length - 1;
  readOn(place, chunk, end);
  const { situation, seen, pairs, offset } = place;
  return [{ position: offset + end, pendingHigh, seen, pairs, learned, situation }, hitsOf(cursor)];
}

/** Ends the text: what was waiting for a boundary is decided. */
export function finishScan({ automaton }: Table, before: Scan): { readonly hits: readonly Hit[]; readonly position: number } {
  const learned = automaton.learned();
  const { cursor } = learned;
  cursor.hits = null;
  resume(learned, before);
  const waiting = before.pendingHigh === null ? 0 : readSurrogates(cursor, { unit: before.pendingHigh, next: 0 }, before.position);
  for (const thread of cursor.threads.slice(0, cursor.live)) addHits(cursor, thread);
  return { hits: hitsOf(cursor), position: before.position + waiting };
}

/** Where a scan goes on: at the first unit of a chunk, or behind it when a high surrogate waited for that. */
function placeOf(learned: Learned, before: Scan, first: number): Place {
  const { position, seen, pairs, situation, pendingHigh } = before;
  if (pendingHigh === null && isNumberedBy(learned, before)) return { learned, index: 0, offset: position, situation, seen, pairs };
  const { cursor, situations } = learned;
  resume(learned, before);
  const waiting = pendingHigh === null ? 0 : 1;
  const read = pendingHigh === null ? 0 : readSurrogates(cursor, { unit: pendingHigh, next: first }, position);
  const next = situationOf(situations, cursor, position + read);
  const more = { seen: cursor.seen, pairs: read === 2 ? pairs + 1 : pairs };
  return { learned, index: read - waiting, offset: position + waiting, situation: next, ...more };
}

/** Whether the number of a scan's situation holds: what has been learned may have been forgotten since. */
function isNumberedBy(learned: Learned, before: Scan): boolean {
  return before.learned === learned || before.learned === null;
}

/** Puts the cursor where a scan left off. */
function resume(learned: Learned, before: Scan): void {
  const { cursor, graph } = learned;
  const known = before.learned ?? learned;
  cursor.seen = before.seen;
  takeUp(cursor, known.situations, before);
  if (known === learned) return;
  for (const thread of cursor.threads.slice(0, cursor.live))
    if (thread.state !== dead) thread.state = graph.numberOf(known.graph.stateOf(thread.state));
}
