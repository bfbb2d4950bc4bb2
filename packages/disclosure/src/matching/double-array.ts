/**
 * Where numbered rows lead by numbered columns, few of which each row has. All rows lie over each other in one table, each shifted so that no two want the same place (a
 * double array: J. Aoe, 1989). Most of the table is in use, so that it stays in the processor's cache, and a step touches two places of memory.
 */
export interface DoubleArray {
  /** For each row where its column 0 would lie; 0 for a row that has no columns yet. Another array after it has grown, as is `places`. */
  shifts: Int32Array;
  /** Two numbers to a place: the row that it belongs to, or `none`; and where that row leads. */
  places: Int32Array;
  used: number;
  /** No place from here on is in use. */
  end: number;
  /** Where to look for free places: for a row of one column, and for one of several, which does not fit everywhere. */
  firstFree: number;
  firstRoom: number;
  /** Places that rows have left, before `firstFree`. */
  readonly left: number[];
  /** One more than the highest column met so far. */
  columns: number;
}

/** No row has this number. */
const none = 0;
/** What `leadsTo` says when a row does not have a column. */
export const unknown = -1;

const firstRows = 256;
const firstPlaces = 2048;
/** So many places are tried before a row is put behind all others. */
const mostTries = 100;

export function createDoubleArray(): DoubleArray {
  const shifts = new Int32Array(firstRows);
  return { shifts, places: new Int32Array(2 * firstPlaces), used: 0, end: 1, firstFree: 1, firstRoom: 1, left: [], columns: 0 };
}

export function leadsTo({ shifts, places }: DoubleArray, row: number, column: number): number {
  const at = 2 * ((shifts[row] ?? 0) + column);
  return places[at] === row ? (places[at + 1] ?? unknown) : unknown;
}

export interface Step {
  readonly row: number;
  readonly column: number;
  readonly target: number;
}

/** Remembers a step that is not known yet. */
export function addStep(array: DoubleArray, { row, column, target }: Step): void {
  array.columns = Math.max(array.columns, column + 1);
  while (row >= array.shifts.length) array.shifts = grown(array.shifts);
  makeRoom(array, row, column);
  put(array, (array.shifts[row] ?? 0) + column, { row, target });
  array.used++;
}

/** Shifts a row, or the row that is in its way, so that its next column has a place: whichever of the two has fewer columns gives way. */
function makeRoom(array: DoubleArray, row: number, column: number): void {
  const shift = array.shifts[row] ?? 0;
  const owner = ownerOf(array, shift + column);
  if (shift > 0 && owner === none) return;
  const own = shift === 0 ? [] : columnsOf(array, row);
  const other = shift === 0 ? [] : columnsOf(array, owner);
  if (other.length < own.length) move(array, { row: owner, columns: other, shift: roomFor(array, other) });
  else move(array, { row, columns: own, shift: roomFor(array, [...own, column]) });
}

function move(
  array: DoubleArray,
  { row, columns, shift }: { readonly row: number; readonly columns: readonly number[]; readonly shift: number },
): void {
  const before = array.shifts[row] ?? 0;
  array.shifts[row] = shift;
  for (const column of columns) {
    put(array, shift + column, { row, target: array.places[2 * (before + column) + 1] ?? unknown });
    array.places[2 * (before + column)] = none;
    array.left.push(before + column);
  }
}

function put(array: DoubleArray, place: number, { row, target }: { readonly row: number; readonly target: number }): void {
  // Every place that `leadsTo` may ask for exists, whatever the column.
  while (2 * (place + array.columns) >= array.places.length) array.places = grown(array.places);
  array.places[2 * place] = row;
  array.places[2 * place + 1] = target;
  array.end = Math.max(array.end, place + 1);
}

/** A shift by which all columns come to lie on free places. */
function roomFor(array: DoubleArray, columns: readonly number[]): number {
  const least = Math.min(...columns);
  if (columns.length === 1) return freePlace(array, least + 1) - least;
  const from = Math.max(array.firstRoom, least + 1);
  const to = Math.min(array.end, from + mostTries);
  for (let place = from; place < to; place++) if (isRoom(array, columns, place - least)) return place - least;
  array.firstRoom = to;
  return Math.max(array.end, least + 1) - least;
}

function freePlace(array: DoubleArray, least: number): number {
  for (let place = array.left.pop(); place !== undefined; place = array.left.pop())
    if (place >= least && ownerOf(array, place) === none) return place;
  // Free places before `least` are given up, fewer than there are columns: whoever went by them each time would pass all that is in use behind them.
  array.firstFree = Math.max(array.firstFree, least);
  while (ownerOf(array, array.firstFree) !== none) array.firstFree++;
  return array.firstFree;
}

function isRoom(array: DoubleArray, columns: readonly number[], shift: number): boolean {
  for (const column of columns) if (ownerOf(array, shift + column) !== none) return false;
  return true;
}

function ownerOf({ places }: DoubleArray, place: number): number {
  return places[2 * place] ?? none;
}

function columnsOf(array: DoubleArray, row: number): readonly number[] {
  const shift = array.shifts[row] ?? 0;
  const found: number[] = [];
  for (let column = 0; column < array.columns; column++) if (ownerOf(array, shift + column) === row) found.push(column);
  return found;
}

function grown(numbers: Int32Array): Int32Array {
  const next = new Int32Array(2 * numbers.length);
  next.set(numbers);
  return next;
}
