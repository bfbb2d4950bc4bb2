import { type Alphabet, otherLetter, otherMark } from './alphabet.ts';
import { setHolds, type PatternNode, type SymbolSet } from './pattern.ts';

/**
 * One automaton for every term and pattern of a rule set. Terms share a trie; patterns hang beside it as a non-deterministic automaton.
 * Both are determinized together, lazily: a state is made when text first reaches it. The automaton is anchored; the scanner starts it afresh at each
 * place where a word may begin, so the start of every live partial match is known exactly.
 */
export interface Automaton {
  /** What has been learned so far. It may be forgotten between two chunks, never within one. */
  graph(): Graph;
}

/** States by number, with their rows one after another in one table: a step through it touches one place in memory. */
export interface Graph {
  readonly start: number;
  readonly classes: number;
  /** Next state at `state * classes + class`: `dead`, or `notLearned` when `learn` must be asked. Another array after it has grown. */
  table: Int32Array;
  learn(state: number, symbolClass: number): number;
  /** Entries that end in the state. */
  accepts(state: number): readonly number[];
  stateOf(state: number): State;
  /** Number of a state that another graph may have named. */
  numberOf(state: State): number;
}

/** What a state is, whatever its number: this outlives a chunk. */
export interface State {
  readonly graph: Graph;
  readonly number: number;
  /** Node of the trie, or -1. */
  readonly trie: number;
  readonly nodes: readonly number[];
  readonly accepts: readonly number[];
}

export const dead = -1;
export const notLearned = 0;

/** When this much has been learned all is forgotten, so that no text can make memory grow without bound: states, and places in their rows. */
const mostStates = 50_000;
const mostPlaces = 8_000_000;
const firstStates = 64;
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
  const trie = createTrie(alphabet);
  const builder: Builder = { nodes: [], alphabet, known: new Map() };
  const roots: number[] = [];
  entries.forEach((entry, index) => {
    for (const term of entry.terms) trie.insert(term, index);
    for (const pattern of entry.patterns) {
      const end = addNode(builder.nodes);
      builder.nodes[end]?.accepts.push(index);
      roots.push(addPattern(builder, pattern, end));
    }
  });
  return determinize({ trie, nodes: builder.nodes, roots, classes: alphabet.size });
}

interface Trie {
  child(node: number, symbolClass: number): number;
  accepts(node: number): readonly number[];
  insert(term: readonly number[], entry: number): void;
}

/** Children are kept in one map keyed by node and class: a map per node would cost ten times the memory. */
function createTrie(alphabet: Alphabet): Trie {
  const children = new Map<number, number>();
  const ends = new Map<number, number[]>();
  let size = 1;
  const key = (node: number, symbolClass: number): number => node * alphabet.size + symbolClass;
  return {
    child: (node, symbolClass) => children.get(key(node, symbolClass)) ?? -1,
    accepts: (node) => ends.get(node) ?? [],
    insert(term, entry) {
      let node = 0;
      for (const symbol of term) {
        const place = key(node, alphabet.classOf(symbol));
        const child = children.get(place);
        node = child ?? size++;
        if (child === undefined) children.set(place, node);
      }
      const entries = ends.get(node);
      if (entries === undefined) ends.set(node, [entry]);
      else if (!entries.includes(entry)) entries.push(entry);
    },
  };
}

interface Builder {
  readonly nodes: Node[];
  readonly alphabet: Alphabet;
  /** Classes of sets met before: a repetition writes out the same set many times. */
  readonly known: Map<SymbolSet, Uint8Array>;
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
  const known = builder.known.get(set);
  if (known !== undefined) return known;
  const holds = new Uint8Array(builder.alphabet.size);
  for (const [symbol, symbolClass] of builder.alphabet.named) if (setHolds(set, symbol)) holds[symbolClass] = 1;
  if (set.letters) holds[otherLetter] = 1;
  if (set.marks === true) holds[otherMark] = 1;
  builder.known.set(set, holds);
  return holds;
}

interface Parts {
  readonly trie: Trie;
  readonly nodes: readonly Node[];
  readonly roots: readonly number[];
  readonly classes: number;
}

function determinize(parts: Parts): Automaton {
  const mostKept = Math.min(mostStates, Math.ceil(mostPlaces / parts.classes));
  let known = createGraph(parts);
  return {
    graph: () => {
      if (known.size() > mostKept) known = createGraph(parts);
      return known.graph;
    },
  };
}

function createGraph(parts: Parts): { readonly graph: Graph; size(): number } {
  const { trie, nodes, classes } = parts;
  const numbers = new Map<string, number>();
  // Number 0 means not learned.
  const states: (State | null)[] = [null];

  const intern = (trieNode: number, reached: readonly number[]): number => {
    const key = `${trieNode}:${reached.join(',')}`;
    const seen = numbers.get(key);
    if (seen !== undefined) return seen;
    const accepts = new Set(trie.accepts(trieNode));
    for (const node of reached) for (const entry of nodes[node]?.accepts ?? []) accepts.add(entry);
    const number = states.length;
    states.push({ graph, number, trie: trieNode, nodes: reached, accepts: [...accepts] });
    numbers.set(key, number);
    if (states.length * classes > graph.table.length) graph.table = grown(graph.table);
    return number;
  };

  const learn = (state: number, symbolClass: number): number => {
    const from = stateOf(state);
    const targets: number[] = [];
    for (const node of from.nodes) {
      for (const edge of nodes[node]?.edges ?? []) if (edge.holds[symbolClass] === 1) targets.push(edge.target);
    }
    const child = from.trie === -1 ? -1 : trie.child(from.trie, symbolClass);
    const next = child === -1 && targets.length === 0 ? dead : intern(child, closure(nodes, targets));
    graph.table[state * classes + symbolClass] = next;
    return next;
  };

  const stateOf = (state: number): State => {
    const found = states[state];
    if (found === null || found === undefined) throw new RangeError('a state that this graph does not have');
    return found;
  };

  const graph: Graph = {
    start: 1,
    classes,
    table: new Int32Array(firstStates * classes),
    learn,
    accepts: (state) => states[state]?.accepts ?? [],
    stateOf,
    numberOf: (state) => (state.graph === graph ? state.number : intern(state.trie, state.nodes)),
  };
  intern(0, closure(nodes, parts.roots));
  return { graph, size: () => states.length };
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
