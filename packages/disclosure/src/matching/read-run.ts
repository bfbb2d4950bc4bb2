import { flagBits } from '../text/fold.ts';
import { notYetRead } from './alphabet.ts';
import { dead, follow } from './automaton.ts';
import { type Cursor, flagsIn, isAlive, isBoundary, isComplete, isStrayMark, type LiveThread } from './cursor.ts';
import { childOf, nowhere } from './trie.ts';

/**
 * Reads on while at most one partial match is alive and each unit is one symbol, and stops in front of what `readSymbol` has to decide: a match that is complete, or
 * lives on across a boundary. It does what `readSymbol` would do, and most of most texts is read here. Returns the index of the first unit that it did not read.
 */
export function readRun(cursor: Cursor, chunk: string, place: { readonly index: number; readonly offset: number }): number {
  const { trie, graph } = cursor;
  const { units, spaceClass } = cursor.alphabet;
  const thread = firstThread(cursor);
  let { node, state } = thread;
  let { flags, afterSpace, seen, end } = cursor;
  let index = place.index;
  for (; index < chunk.length; index++) {
    const code = units[chunk.charCodeAt(index)] ?? notYetRead;
    if (code < 0) break;
    const now = flagsIn(code);
    const symbolClass = code >> flagBits;
    const isSpace = symbolClass === spaceClass;
    if (isStrayMark(flags, now) || (isSpace && afterSpace)) continue;
    if (isBoundary(flags, now)) {
      if (isComplete(cursor, node, state) || goesOn(cursor, { node, state }, symbolClass)) break;
      thread.start = place.offset + index;
      thread.from = seen;
      node = trie.first[symbolClass] ?? nowhere;
      state = follow(graph, graph.start, symbolClass);
    } else {
      node = childOf(trie, node, symbolClass);
      state = follow(graph, state, symbolClass);
    }
    flags = now;
    afterSpace = isSpace;
    end = place.offset + index + 1;
    seen++;
  }
  thread.node = node;
  thread.state = state;
  cursor.live = isAlive(node, state) ? 1 : 0;
  cursor.flags = flags;
  cursor.afterSpace = afterSpace;
  cursor.end = end;
  cursor.seen = seen;
  return index;
}

/** The one that is alive, or one to begin with. */
function firstThread({ threads, live }: Cursor): LiveThread {
  const thread = threads[0];
  if (thread !== undefined && live > 0) return thread;
  const fresh = { start: 0, from: 0, node: nowhere, state: dead };
  threads[0] = fresh;
  return fresh;
}

function goesOn({ trie, graph }: Cursor, { node, state }: Pick<LiveThread, 'node' | 'state'>, symbolClass: number): boolean {
  return isAlive(childOf(trie, node, symbolClass), follow(graph, state, symbolClass));
}
