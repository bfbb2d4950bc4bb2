import { surrogate } from './alphabet.ts';
import { addStep, leadsTo, unknown } from './double-array.ts';
import { isFull, type Learned, symbolBits } from './learned.ts';
import { kindOf, readUnit } from './read-unit.ts';
import { situationOf, takeUp } from './situations.ts';

/** Where a scan is within a chunk. */
export interface Place {
  readonly learned: Learned;
  /** Index of the next unit in the chunk, and the place of the chunk's first one in the channel. */
  index: number;
  readonly offset: number;
  situation: number;
  seen: number;
  /** Pairs of surrogates read so far in the channel. */
  pairs: number;
}

const symbolMask = (1 << symbolBits) - 1;

/** Reads a chunk from its place up to `end`. What is found is among the hits of the cursor. */
export function readOn(place: Place, chunk: string, end: number): void {
  for (;;) {
    readLearned(place, chunk, end);
    if (place.index >= end) return;
    readUnlearned(place, chunk, end);
  }
}

/**
 * Reads on, up to `end` at most, as long as it has been learned where a unit leads: one look-up for each, however many partial matches there are. Most of most texts is
 * read here. A unit that is half a code point, or was never read before, is of a kind that leads nowhere.
 */
function readLearned(place: Place, chunk: string, end: number): void {
  const { steps, cursor } = place.learned;
  const { kinds } = cursor.alphabet;
  let { index, situation, seen } = place;
  for (; index < end; index++) {
    const next = leadsTo(steps, situation, kinds[chunk.charCodeAt(index)] ?? surrogate);
    if (next === unknown) break;
    situation = next >> symbolBits;
    seen += next & symbolMask;
  }
  place.index = index;
  place.situation = situation;
  place.seen = seen;
}

/** Reads one unit, or a pair, symbol by symbol, and learns where it leads; when nothing more is to be learned, reads until no partial match is left. */
function readUnlearned(place: Place, chunk: string, end: number): void {
  const { learned, situation, index, offset, seen } = place;
  const { cursor, situations } = learned;
  const found = cursor.hits?.length ?? 0;
  const knowsEnough = isFull(learned);
  cursor.seen = seen;
  takeUp(cursor, situations, { situation, position: offset + index });
  do {
    const length = readUnit(cursor, chunk, place);
    place.index += length;
    place.pairs += length - 1;
  } while (knowsEnough && cursor.live > 0 && place.index < end);
  place.situation = situationOf(situations, cursor, offset + place.index);
  place.seen = cursor.seen;
  if (!knowsEnough && found === (cursor.hits?.length ?? 0))
    learn(place, { situation, kind: kindOf(cursor, chunk.charCodeAt(index)), symbols: cursor.seen - seen });
}

/** A pair is never learned, as its units are of the kind of all surrogates; nor is a unit of very many symbols. */
function learn(
  { learned, situation: next }: Place,
  read: { readonly situation: number; readonly kind: number; readonly symbols: number },
): void {
  if (read.kind === surrogate || read.symbols > symbolMask) return;
  addStep(learned.steps, { row: read.situation, column: read.kind, target: (next << symbolBits) | read.symbols });
}
