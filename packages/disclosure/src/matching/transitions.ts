/**
 * Where numbered nodes lead. Few of all pairs of a node and a class of symbols ever occur: rows as wide as the alphabet would lie so far apart in memory that
 * hardly a step would find its place in the processor's cache.
 */
export interface Transitions {
  /** Open addressing, four numbers to a place: node, class, next node, and one for none, so that a place lies in one line of the cache. */
  places: Int32Array;
  /** What a hash is shifted by to be a place. */
  shift: number;
  used: number;
}

export interface Transition {
  readonly node: number;
  readonly symbolClass: number;
  readonly next: number;
}

/** What `nextOf` says of a pair that it does not know. No node has this number. */
export const unknown = 0;

const firstBits = 8;
const placeBits = 2;
const placeSize = 1 << placeBits;

export function createTransitions(): Transitions {
  return { places: new Int32Array(placeSize << firstBits), shift: 32 - firstBits, used: 0 };
}

export function nextOf({ places, shift }: Transitions, node: number, symbolClass: number): number {
  const last = places.length - 1;
  for (let at = firstPlace(node, symbolClass, shift); ; at = (at + placeSize) & last) {
    const found = places[at];
    if (found === node && places[at + 1] === symbolClass) return places[at + 2] ?? unknown;
    if (found === unknown) return unknown;
  }
}

/** Remembers a pair that is not known yet. */
export function addTransition(transitions: Transitions, added: Transition): void {
  transitions.used++;
  if (2 * placeSize * transitions.used > transitions.places.length) grow(transitions);
  put(transitions, added);
}

/** Multiplicative hashing: odd constants near the golden ratio of 2^32, two so that both numbers can be multiplied at once. */
function firstPlace(node: number, symbolClass: number, shift: number): number {
  return ((Math.imul(node, 0x9e3779b1) + Math.imul(symbolClass, 0x85ebca6b)) >>> shift) << placeBits;
}

function put({ places, shift }: Transitions, { node, symbolClass, next }: Transition): void {
  const last = places.length - 1;
  let at = firstPlace(node, symbolClass, shift);
  while (places[at] !== unknown) at = (at + placeSize) & last;
  places[at] = node;
  places[at + 1] = symbolClass;
  places[at + 2] = next;
}

function grow(transitions: Transitions): void {
  const { places } = transitions;
  transitions.places = new Int32Array(2 * places.length);
  transitions.shift--;
  for (let at = 0; at < places.length; at += placeSize) {
    const node = places[at] ?? unknown;
    if (node !== unknown) put(transitions, { node, symbolClass: places[at + 1] ?? 0, next: places[at + 2] ?? unknown });
  }
}
