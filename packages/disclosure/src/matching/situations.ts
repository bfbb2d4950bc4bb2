import { type Cursor } from './cursor.ts';

/**
 * What decides how a scan goes on, wherever it is: the symbol before, and of each partial match its age and how far it has come. Equal situations have one number, so that
 * what has been learned of one holds for all of them.
 */
export interface Situations {
  /** One situation behind the other. Another array after it has grown, as are the others. */
  places: Int32Array;
  /** Where each begins; and at `count`, where the next would. */
  starts: Int32Array;
  /** Numbers by what the situations hold: a hash table with open addressing, `none` where it is empty. */
  numbers: Int32Array;
  /** The number that the next new one gets. */
  count: number;
}

/** Before the partial matches of a situation: the flags of the last symbol that could be seen and whether it was a space, and how many units ago it ended. */
const headerSize = 2;
/** Of a partial match: how many units and how many symbols ago it began, with how it rests in the higher bits of the second, and its places in the terms and the patterns. */
const threadSize = 4;
/** Bits of the number of symbols: no partial match is as long. */
const symbolsBits = 18;
const symbolsMask = (1 << symbolsBits) - 1;
/** Set in the flags when the last symbol was a space. */
const spaceFlag = 1 << 16;
/** And above it the run of digits that it belongs to. */
const runBits = 17;
/** No situation has this number. */
const none = 0;
/** The situation before the first unit: no flags and no partial match. */
export const freshSituation = 1;
const firstSize = 1024;

export function createSituations(): Situations {
  const [places, starts, numbers] = [new Int32Array(firstSize), new Int32Array(firstSize), new Int32Array(firstSize)];
  const situations: Situations = { places, starts, numbers, count: freshSituation };
  numberOfDraft(situations, headerSize);
  return situations;
}

/** How much memory they take, in numbers. */
export function sizeOf({ starts, count }: Situations): number {
  return starts[count] ?? 0;
}

/** UTF-16 units since the oldest partial match began; 0 when there is none. */
export function oldestUnits({ places, starts }: Situations, situation: number): number {
  const first = (starts[situation] ?? 0) + headerSize;
  return first === starts[situation + 1] ? 0 : (places[first] ?? 0);
}

/** The same in symbols. */
export function oldestSymbols({ places, starts }: Situations, situation: number): number {
  const first = (starts[situation] ?? 0) + headerSize;
  return first === starts[situation + 1] ? 0 : (places[first + 1] ?? 0) & symbolsMask;
}

/** Puts a cursor, which has seen as many symbols as it says, into a situation at a position. */
export function takeUp(
  cursor: Cursor,
  { places, starts }: Situations,
  at: { readonly situation: number; readonly position: number },
): void {
  const start = starts[at.situation] ?? 0;
  const end = starts[at.situation + 1] ?? 0;
  cursor.flags = (places[start] ?? 0) & (spaceFlag - 1);
  cursor.run = (places[start] ?? 0) >> runBits;
  cursor.afterSpace = ((places[start] ?? 0) & spaceFlag) !== 0;
  cursor.end = at.position - (places[start + 1] ?? 0);
  cursor.live = 0;
  for (let place = start + headerSize; place < end; place += threadSize) {
    const thread = (cursor.threads[cursor.live++] ??= { start: 0, from: 0, node: 0, state: 0, rest: 0 });
    const symbols = places[place + 1] ?? 0;
    thread.start = at.position - (places[place] ?? 0);
    thread.from = cursor.seen - (symbols & symbolsMask);
    thread.rest = symbols >> symbolsBits;
    followAgain(thread, places, place);
  }
}

function followAgain(thread: { node: number; state: number }, places: Int32Array, place: number): void {
  thread.node = places[place + 2] ?? 0;
  thread.state = places[place + 3] ?? 0;
}

/** The number of the situation that a cursor is in at a position. */
export function situationOf(situations: Situations, cursor: Cursor, position: number): number {
  const start = sizeOf(situations);
  const end = start + headerSize + cursor.live * threadSize;
  while (end > situations.places.length) situations.places = grown(situations.places);
  const { places } = situations;
  places[start] = cursor.flags | (cursor.afterSpace ? spaceFlag : 0) | (cursor.run << runBits);
  // Where the last symbol ended is asked for partial matches alone.
  places[start + 1] = cursor.live === 0 ? 0 : position - cursor.end;
  for (let index = 0, place = start + headerSize; index < cursor.live; index++, place += threadSize) {
    const thread = cursor.threads[index];
    if (thread === undefined) continue;
    places[place] = position - thread.start;
    places[place + 1] = (thread.rest << symbolsBits) | (cursor.seen - thread.from);
    places[place + 2] = thread.node;
    places[place + 3] = thread.state;
  }
  return numberOfDraft(situations, end);
}

/** The number of what stands behind the last situation and ends at `end`: that of an equal one, or else a new one. */
function numberOfDraft(situations: Situations, end: number): number {
  const { count: draft } = situations;
  if (draft + 2 >= situations.starts.length) situations.starts = grown(situations.starts);
  situations.starts[draft + 1] = end;
  const place = placeOf(situations, draft);
  const known = situations.numbers[place] ?? none;
  if (known !== none) return known;
  situations.numbers[place] = draft;
  situations.count++;
  if (2 * situations.count > situations.numbers.length) rehash(situations);
  return draft;
}

/** Where the number of a situation stands in the hash table, or where it would. */
function placeOf(situations: Situations, number: number): number {
  const { places, starts, numbers } = situations;
  let hash = 0;
  for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++) {
    hash = Math.imul(hash ^ (places[at] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  const last = numbers.length - 1;
  for (let place = hash & last; ; place = (place + 1) & last) {
    const found = numbers[place] ?? none;
    if (found === none || isSame(situations, found, number)) return place;
  }
}

function isSame({ places, starts }: Situations, left: number, right: number): boolean {
  const [from, to, other] = [starts[left] ?? 0, starts[left + 1] ?? 0, starts[right] ?? 0];
  if (to - from !== (starts[right + 1] ?? 0) - other) return false;
  for (let at = from; at < to; at++) if (places[at] !== places[other + at - from]) return false;
  return true;
}

function rehash(situations: Situations): void {
  situations.numbers = new Int32Array(2 * situations.numbers.length);
  for (let number = freshSituation; number < situations.count; number++) situations.numbers[placeOf(situations, number)] = number;
}

function grown(numbers: Int32Array): Int32Array {
  const next = new Int32Array(2 * numbers.length);
  next.set(numbers);
  return next;
}
