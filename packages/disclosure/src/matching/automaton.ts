import { type Alphabet, otherLetter, otherMark } from './alphabet.ts';
import { type Node } from './graph.ts';
import { type Learned, learning, type Limits, usualLimits } from './learned.ts';
import { hasSign } from '../text/sign.ts';
import { patternOfSymbols, setHolds, type PatternNode, type SymbolSet } from './pattern.ts';
import { patternClasses } from './pattern-classes.ts';
import { createTrie, insertTerm, type Trie } from './trie.ts';

/**
 * What finds every term and pattern of a rule set. Terms share a trie; patterns hang beside it as one automaton that is determinized lazily: a state is made when
 * text first reaches it. Were both determinized together, each node of the trie would be a state many times over. They are anchored; the scanner starts them afresh at
 * each place where a word may begin, so the start of every live partial match is known exactly.
 */
export interface Automaton {
  readonly trie: Trie;
  /** What has been learned so far. It may be forgotten between two chunks, never within one. */
  learned(): Learned;
}

/** Combining marks that may stand on one letter of `\w` or `\p{L}`. */
const mostMarks = 4;

export interface Entry {
  readonly terms: readonly (readonly number[])[];
  readonly patterns: readonly PatternNode[];
  /** Whether its patterns also match numbers that have letters before or behind them, as where an ending is written onto a number; on both sides they stand in a code. */
  readonly touching?: boolean;
}

export function createAutomaton(entries: readonly Entry[], alphabet: Alphabet, limits: Limits = usualLimits): Automaton {
  const trie = createTrie(alphabet.size);
  const builder: Builder = { nodes: [], alphabet, known: new Map() };
  const roots: number[] = [];
  const touchingRoots: number[] = [];
  entries.forEach((entry, index) => {
    for (const term of entry.terms.filter((symbols) => !hasSign(symbols)))
      insertTerm(
        trie,
        term.map((symbol) => alphabet.classOf(symbol)),
        index,
      );
    // A partial match of terms rests over every sign; whether one is looked for is for a pattern to tell apart.
    const withSigns = entry.terms.filter(hasSign).map(patternOfSymbols);
    for (const pattern of [...entry.patterns, ...withSigns]) {
      const end = addNode(builder.nodes);
      builder.nodes[end]?.accepts.push(index);
      roots.push(addPattern(builder, pattern, end));
      if (entry.touching !== true) continue;
      const endBehindLetter = addNode(builder.nodes);
      builder.nodes[endBehindLetter]?.accepts.push(entries.length + index);
      touchingRoots.push(addPattern(builder, pattern, endBehindLetter));
    }
  });
  const classes = patternClasses([...builder.known.values(), ...natureSets(alphabet)], alphabet.size);
  const touching = new Set(entries.flatMap((entry, index) => (entry.touching === true ? [index] : [])));
  return {
    trie,
    learned: learning({
      alphabet,
      trie,
      patterns: { nodes: builder.nodes, roots, touchingRoots, touching, entries: entries.length, classes, natures: alphabet.natures },
      limits,
    }),
  };
}

/** For each nature that a symbol may have the classes of that nature: a pattern rests over some and not over others. */
function natureSets({ natures }: Alphabet): readonly Uint8Array[] {
  return [...new Set(natures)].map((nature) => natures.map((other) => (other === nature ? 1 : 0)));
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
  holds[builder.alphabet.timesClass] = holds[builder.alphabet.starClass] ?? 0;
  builder.known.set(key, holds);
  return holds;
}
