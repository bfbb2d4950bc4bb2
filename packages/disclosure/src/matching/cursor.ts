import { flagBits, HANGUL, JOINED, LETTER, MARK, UNSPACED, WORD } from '../text/fold.ts';
import { type Alphabet } from './alphabet.ts';
import { dead, follow, type Graph } from './graph.ts';
import { type Hit } from './hit.ts';
import { isTaken, isDeepInRun, mostModes, mostRests, reading, restless, restOver, type Run, runOver, SIGN } from './rest.ts';
import { childOf, isEnd, nowhere, type Trie } from './trie.ts';

/** A partial match: where it began, in UTF-16 units and in symbols, and how far the terms and the patterns have come. */
export interface LiveThread {
  start: number;
  from: number;
  node: number;
  state: number;
  /** How the terms stand (`rest.ts`), and how many symbols were rested over: the number times `mostModes`, and the mode. */
  rest: number;
}

/** Where a scan is within a chunk. */
export interface Cursor {
  readonly alphabet: Alphabet;
  readonly trie: Trie;
  readonly graph: Graph;
  hits: Hit[] | null;
  /** The first `live` of them are alive, in order of their start; the others may be used again. */
  readonly threads: LiveThread[];
  live: number;
  flags: number;
  afterSpace: boolean;
  /** How the place stands to the digits before it (`rest.ts`). */
  run: Run;
  end: number;
  seen: number;
}

const flagMask = (1 << flagBits) - 1;

function flagsIn(code: number): number {
  return code & flagMask;
}

function classIn({ alphabet, flags }: Cursor, code: number): number {
  const symbolClass = code >> flagBits;
  return symbolClass === alphabet.starClass && (flags & (WORD | LETTER)) === WORD ? alphabet.timesClass : symbolClass;
}

/** Reads one symbol of one unit. */
export function readSymbol(cursor: Cursor, code: number, start: number): void {
  const symbolClass = classIn(cursor, code);
  const flags = flagsIn(code);
  const isSpace = symbolClass === cursor.alphabet.spaceClass;
  if (isStrayMark(cursor.flags, flags) || (isSpace && cursor.afterSpace)) return;
  const edge = edgeBetween(cursor.flags, flags);
  if (cursor.live > 0) advance(cursor, symbolClass, edge);
  const nature = cursor.alphabet.natures[symbolClass] ?? 0;
  const rest = isDeepInRun(cursor.run, nature) ? restless : reading;
  if (edge !== 'none') beginThread(cursor, symbolClass, { start, edge, rest });
  cursor.run = runOver(cursor.run, nature);
  cursor.flags = flags;
  cursor.afterSpace = isSpace;
  cursor.end = start + 1;
  cursor.seen++;
}

function isStrayMark(before: number, now: number): boolean {
  return (now & MARK) !== 0 && (before & LETTER) === 0;
}

/** Where words and numbers end: a number that stands against a letter has ended too, but for few patterns (`Entry.touching`). */
export type Edge = 'none' | 'word' | 'number';

function edgeBetween(before: number, after: number): Edge {
  if ((after & (MARK | JOINED)) !== 0) return 'none';
  if ((before & after & WORD) === 0 || ((before | after) & UNSPACED) !== 0 || ((before ^ after) & HANGUL) !== 0) return 'word';
  return ((before ^ after) & LETTER) === 0 ? 'none' : 'number';
}

function isAlive(node: number, state: number): boolean {
  return node !== nowhere || state !== dead;
}

/** Takes a partial match one symbol further. No term in the trie holds a sign, so that terms always rest over one; patterns rest within their states. */
function moveOn({ alphabet, trie, graph }: Cursor, thread: LiveThread, symbolClass: number): void {
  const nature = alphabet.natures[symbolClass] ?? 0;
  const mode = thread.rest % mostModes;
  const next = (nature & SIGN) !== 0 || isTaken(mode, nature) ? nowhere : childOf(trie, thread.node, symbolClass);
  const nextMode = next === nowhere ? restOver(mode, nature) : reading;
  thread.state = follow(graph, thread.state, symbolClass);
  if (nextMode === reading) {
    thread.node = next;
    thread.rest -= mode;
    return;
  }
  thread.rest += mostModes + nextMode - mode;
  if (thread.rest < mostRests * mostModes) return;
  thread.node = nowhere;
  thread.state = dead;
}

interface Beginning {
  readonly start: number;
  readonly edge: Edge;
  readonly rest: number;
}

function beginThread(cursor: Cursor, symbolClass: number, { start, edge, rest }: Beginning): void {
  const { graph } = cursor;
  const node = edge === 'word' ? (cursor.trie.first[symbolClass] ?? nowhere) : nowhere;
  const state = follow(graph, edge === 'word' ? graph.start : graph.touchingStart, symbolClass);
  if (!isAlive(node, state)) return;
  const free = cursor.threads[cursor.live];
  if (free === undefined) cursor.threads.push({ start, from: cursor.seen, node, state, rest });
  else {
    free.start = start;
    free.from = cursor.seen;
    free.node = node;
    free.state = state;
    free.rest = rest;
  }
  cursor.live++;
}

/** Takes every partial match one symbol further; where a word or number ends before the symbol, what is complete is a hit. */
function advance(cursor: Cursor, symbolClass: number, edge: Edge): void {
  const { threads } = cursor;
  let kept = 0;
  for (let index = 0; index < cursor.live; index++) {
    const thread = threads[index];
    if (thread === undefined) continue;
    if (edge !== 'none') addHits(cursor, thread, edge);
    moveOn(cursor, thread, symbolClass);
    if (!isAlive(thread.node, thread.state)) continue;
    if (kept < index) exchange(threads, kept, index);
    kept++;
  }
  cursor.live = kept;
}

function exchange(threads: LiveThread[], left: number, right: number): void {
  const first = threads[left];
  const second = threads[right];
  if (first === undefined || second === undefined) return;
  threads[left] = second;
  threads[right] = first;
}

/** A word has ended, or a number against a letter: a partial match that is complete is a hit of every entry that may end there. */
export function addHits(cursor: Cursor, { start, from, node, state, rest }: LiveThread, edge: Edge = 'word'): void {
  const { trie, graph, end, seen: to } = cursor;
  // What rests was a hit already, before the sign that it rests over.
  const ofTerms = rest % mostModes === reading && isEnd(trie, node);
  const ofPatterns = state !== dead && graph.table[state] === 1;
  if (!ofTerms && !ofPatterns) return;
  cursor.hits ??= [];
  const ended = [...(ofTerms ? (trie.entries.get(node) ?? []) : []), ...(ofPatterns ? graph.accepts(state) : [])];
  for (const entry of new Set(edge === 'word' ? ended : touchingOf(graph, ended)))
    cursor.hits.push({ entry: entry % graph.entries, start, end, from, to });
}

function touchingOf({ touching }: Graph, entries: readonly number[]): readonly number[] {
  return entries.filter((entry) => touching.has(entry));
}
