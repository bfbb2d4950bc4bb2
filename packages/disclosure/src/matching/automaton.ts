import { type Alphabet, otherLetter, otherMark } from './alphabet.ts';
import { setHolds, type PatternNode, type SymbolSet } from './pattern.ts';
import { patternClasses, type PatternClasses } from './pattern-classes.ts';
import { createTrie, insertTerm, type Trie } from './trie.ts';

/**
 * What finds every term and pattern of a rule set. Terms share a trie; patterns hang beside it as one automaton that is determinized lazily: a state is made when
 * text first reaches it. Were both determinized together, each node of the trie would be a state many times over. They are anchored; the scanner starts them afresh at
 * each place where a word may begin, so the start of every live partial match is known exactly.
 */
export interface Automaton {
  readonly trie: Trie;
  /** What has been learned so far. It may be forgotten between two chunks, never within one. */
  graph(): Graph;
}

/** States of the patterns by number, which is where the row of a state begins in one table: a step through it touches one place in memory. */
export interface Graph {
  readonly start: number;
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
}

/** The next state, or `dead`. */
export function follow(graph: Graph, state: number, symbolClass: number): number {
  if (state === dead) return dead;
  const patternClass = graph.classOf[symbolClass] ?? 0;
  const next = graph.table[state + patternClass] ?? notLearned;
  return next === notLearned ? graph.learn(state, patternClass) : next;
}

/** What a state is, whatever its number: this outlives a chunk. */
export interface State {
  readonly graph: Graph;
  readonly number: number;
  readonly nodes: readonly number[];
  readonly accepts: readonly number[];
}

export const dead = -1;
const notLearned = 0;

/** When this much has been learned all is forgotten, so that no text can make memory grow without bound: states, and places in their rows. */
const mostStates = 50_000;
const mostPlaces = 8_000_000;
const firstRows = 64;
/** Combining marks that may stand on one letter of `\w` or `\p{L}`. */
const mostMarks = 4;

interface Node {
  readonly edges: { readonly holds: Uint8Array; readonly target: number }[];
  readonly free: number[];
  readonly accepts: number[];
}

export interface Entry {
  readonly terms: readonly (readonly number[])[];
  readonly patterns: readonly PatternNode[];
}

export function createAutomaton(entries: readonly Entry[], alphabet: Alphabet): Automaton {
  const trie = createTrie(alphabet.size);
  const builder: Builder = { nodes: [], alphabet, known: new Map() };
  const roots: number[] = [];
  entries.forEach((entry, index) => {
    for (const term of entry.terms)
      insertTerm(
        trie,
        term.map((symbol) => alphabet.classOf(symbol)),
        index,
      );
    for (const pattern of entry.patterns) {
      const end = addNode(builder.nodes);
      builder.nodes[end]?.accepts.push(index);
      roots.push(addPattern(builder, pattern, end));
    }
  });
  const classes = patternClasses(builder.known.values(), alphabet.size);
  return { trie, graph: determinize({ nodes: builder.nodes, roots, classes }) };
}

interface Builder {
  readonly nodes: Node[];
  readonly alphabet: Alphabet;
  /** Classes of sets met before, by what they hold: digits, for one, are in nearly every pattern. */
  readonly known: Map<string, Uint8Array>;
}

function addNode(nodes: Node[]): number {
  return nodes.push({ edges: [], free: [], accepts: [] }) - 1;
}

/** Builds backwards from `end`, so that each part knows where it leads; returns where the part begins. */
function addPattern(builder: Builder, node: PatternNode, end: number): number {
  const { nodes } = builder;
  switch (node.kind) {
    case 'set':
      return addEdge(builder, classesOf(node.set, builder), node.marked ? addMarks(builder, end) : end);
    case 'sequence':
      return node.parts.reduceRight((target, part) => addPattern(builder, part, target), end);
    case 'either': {
      const start = addNode(nodes);
      for (const part of node.parts) nodes[start]?.free.push(addPattern(builder, part, end));
      return start;
    }
    case 'repeat': {
      let target = end;
      for (let count = node.most; count > 0; count--) {
        const start = addPattern(builder, node.part, target);
        if (count > node.least) {
          target = addNode(nodes);
          nodes[target]?.free.push(start, end);
        } else target = start;
      }
      return target;
    }
  }
}

function addEdge(builder: Builder, holds: Uint8Array, target: number): number {
  const start = addNode(builder.nodes);
  builder.nodes[start]?.edges.push({ holds, target });
  return start;
}

function addMarks(builder: Builder, end: number): number {
  let target = end;
  for (let count = 0; count < mostMarks; count++) {
    target = addEdge(builder, classesOf(everyMark, builder), target);
    builder.nodes[target]?.free.push(end);
  }
  return target;
}

const everyMark: SymbolSet = { symbols: new Set(), letters: false, digits: false, marks: true };

function classesOf(set: SymbolSet, builder: Builder): Uint8Array {
  const key = [set.letters, set.digits, set.marks === true, ...set.symbols].join(',');
  const known = builder.known.get(key);
  if (known !== undefined) return known;
  const holds = new Uint8Array(builder.alphabet.size);
  for (const [symbol, symbolClass] of builder.alphabet.named) if (setHolds(set, symbol)) holds[symbolClass] = 1;
  if (set.letters) holds[otherLetter] = 1;
  if (set.marks === true) holds[otherMark] = 1;
  builder.known.set(key, holds);
  return holds;
}

interface Parts {
  readonly nodes: readonly Node[];
  readonly roots: readonly number[];
  readonly classes: PatternClasses;
}

/** Returns the graph as far as it has been learned, or a new one when there is too much of it. */
function determinize(parts: Parts): () => Graph {
  let known = createGraph(parts);
  return () => {
    if (known.isLarge()) known = createGraph(parts);
    return known.graph;
  };
}

function createGraph({ nodes, roots, classes }: Parts): { readonly graph: Graph; isLarge(): boolean } {
  const width = classes.members.length;
  const numbers = new Map<string, number>();
  // A state that begins at 0 would not be told from one that is not learned.
  const states: (State | null)[] = [null];

  const intern = (reached: readonly number[]): number => {
    const key = reached.join(',');
    const seen = numbers.get(key);
    if (seen !== undefined) return seen;
    const accepts = [...new Set(reached.flatMap((node) => nodes[node]?.accepts ?? []))];
    const number = states.length * width;
    states.push({ graph, number, nodes: reached, accepts });
    numbers.set(key, number);
    if (states.length * width > graph.table.length) graph.table = grown(graph.table);
    graph.table[number] = accepts.length > 0 ? 1 : 0;
    return number;
  };

  const learn = (state: number, patternClass: number): number => {
    const member = classes.members[patternClass] ?? -1;
    const targets: number[] = [];
    for (const node of stateOf(state).nodes) {
      for (const edge of nodes[node]?.edges ?? []) if (edge.holds[member] === 1) targets.push(edge.target);
    }
    const next = targets.length === 0 ? dead : intern(closure(nodes, targets));
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
    classOf: classes.of,
    table: new Int32Array(firstRows * width),
    learn,
    accepts: (state) => states[state / width]?.accepts ?? [],
    stateOf,
    numberOf: (state) => (state.graph === graph ? state.number : intern(state.nodes)),
  };
  intern(closure(nodes, roots));
  return { graph, isLarge: () => states.length > Math.min(mostStates, mostPlaces / width) };
}

function grown(table: Int32Array): Int32Array {
  const next = new Int32Array(table.length * 2);
  next.set(table);
  return next;
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
