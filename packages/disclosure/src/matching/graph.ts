import { type PatternClasses } from './pattern-classes.ts';
import { isTaken, mostModes, reading, restOver } from './rest.ts';

/** A place in a pattern: where it may go from there, by a symbol or by none, and the entries that end there. */
export interface Node {
  readonly edges: { readonly holds: Uint8Array; readonly target: number }[];
  readonly free: number[];
  readonly accepts: number[];
}

/** All patterns of a rule set, as they were written. */
export interface PatternParts {
  readonly nodes: readonly Node[];
  readonly roots: readonly number[];
  /** Of the entries that may stand against a letter those that begin behind one, whose numbers are higher by `entries`; and these entries. */
  readonly touchingRoots: readonly number[];
  readonly touching: ReadonlySet<number>;
  /** How many entries there are. */
  readonly entries: number;
  readonly classes: PatternClasses;
  /** For each class of the alphabet what its symbols are for what rests. */
  readonly natures: Uint8Array;
}

/** States of the patterns by number, which is where the row of a state begins in one table: a step through it touches one place in memory. */
export interface Graph {
  readonly start: number;
  /** Where a number begins behind a letter. */
  touchingStart: number;
  readonly touching: ReadonlySet<number>;
  readonly entries: number;
  /** For each class of the alphabet its class in patterns. */
  readonly classOf: Int32Array;
  /** At the number of a state whether some pattern ends in it; behind it, by class in patterns, the next state: `dead`, or `notLearned` when `learn` must be asked. Another array after it has grown. */
  table: Int32Array;
  learn(state: number, patternClass: number): number;
  /** Entries that end in the state. */
  accepts(state: number): readonly number[];
  stateOf(state: number): State;
  /** Number of a state that another graph may have named. */
  numberOf(state: State): number;
  isLarge(): boolean;
}

/** The next state, or `dead`. */
export function follow(graph: Graph, state: number, symbolClass: number): number {
  if (state === dead) return dead;
  const patternClass = graph.classOf[symbolClass] ?? 0;
  const next = graph.table[state + patternClass] ?? notLearned;
  return next === notLearned ? graph.learn(state, patternClass) : next;
}

/** What a state is, whatever its number: this outlives a chunk. */
interface State {
  readonly graph: Graph;
  readonly number: number;
  /** Each times `mostModes`, and how it stands there (`rest.ts`). */
  readonly nodes: readonly number[];
  readonly accepts: readonly number[];
}

export const dead = -1;
const notLearned = 0;

/** More than this makes a graph large: states, and places in their rows. */
const mostStates = 50_000;
const mostPlaces = 8_000_000;
const firstRows = 64;

/** A graph that knows its first state alone. */
export function createGraph({ nodes, roots, touchingRoots, touching, entries, classes, natures }: PatternParts): Graph {
  const width = classes.members.length;
  const numbers = new Map<string, number>();
  // A state that begins at 0 would not be told from one that is not learned.
  const states: (State | null)[] = [null];

  const intern = (reached: readonly number[]): number => {
    const key = reached.join(',');
    const seen = numbers.get(key);
    if (seen !== undefined) return seen;
    const accepts = [
      ...new Set(reached.flatMap((place) => (place % mostModes === reading ? (nodes[place / mostModes]?.accepts ?? []) : []))),
    ];
    const number = states.length * width;
    states.push({ graph, number, nodes: reached, accepts });
    numbers.set(key, number);
    if (states.length * width > graph.table.length) graph.table = grown(graph.table);
    graph.table[number] = accepts.length > 0 ? 1 : 0;
    return number;
  };

  const learn = (state: number, patternClass: number): number => {
    const member = classes.members[patternClass] ?? -1;
    const nature = natures[member] ?? 0;
    const targets: number[] = [];
    const resting: number[] = [];
    for (const place of stateOf(state).nodes) {
      const mode = place % mostModes;
      const node = (place - mode) / mostModes;
      for (const edge of nodes[node]?.edges ?? []) {
        if (edge.holds[member] === 1 && !isTaken(mode, nature)) targets.push(edge.target);
        else if (state !== graph.start && restOver(mode, nature) !== reading) resting.push(node * mostModes + restOver(mode, nature));
      }
    }
    const next = targets.length + resting.length === 0 ? dead : intern([...standing(closure(nodes, targets)), ...new Set(resting)]);
    graph.table[state + patternClass] = next;
    return next;
  };

  const stateOf = (state: number): State => {
    const found = states[state / width];
    if (found === null || found === undefined) throw new RangeError('a state that this graph does not have');
    return found;
  };

  const graph: Graph = {
    start: width,
    touchingStart: dead,
    touching,
    entries,
    classOf: classes.of,
    table: new Int32Array(firstRows * width),
    learn,
    accepts: (state) => states[state / width]?.accepts ?? [],
    stateOf,
    numberOf: (state) => (state.graph === graph ? state.number : intern(state.nodes)),
    isLarge: () => states.length > Math.min(mostStates, mostPlaces / width),
  };
  intern(standing(closure(nodes, roots)));
  if (touchingRoots.length > 0) graph.touchingStart = intern(standing(closure(nodes, touchingRoots)));
  return graph;
}

function grown(table: Int32Array): Int32Array {
  const next = new Int32Array(table.length * 2);
  next.set(table);
  return next;
}

function standing(nodes: readonly number[]): readonly number[] {
  return nodes.map((node) => node * mostModes + reading);
}

function closure(nodes: readonly Node[], from: readonly number[]): readonly number[] {
  if (from.length === 0) return from;
  const reached = new Set<number>();
  const waiting = [...from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    waiting.push(...(nodes[node]?.free ?? []));
  }
  return [...reached].sort((left, right) => left - right);
}
