import { type Alphabet } from './alphabet.ts';
import { type Cursor } from './cursor.ts';
import { noRun } from './rest.ts';
import { createDoubleArray, type DoubleArray } from './double-array.ts';
import { createGraph, type Graph, type PatternParts } from './graph.ts';
import { createSituations, sizeOf, type Situations } from './situations.ts';
import { type Trie } from './trie.ts';

/** What has been learned of a rule set by reading text: it makes what comes faster, and says nothing of what will be found. */
export interface Learned {
  readonly graph: Graph;
  readonly situations: Situations;
  /** From a situation, by the kind of a unit, to the next one and how many symbols the unit was: `situation << symbolBits | symbols`. A unit with which something is found is never among them. */
  readonly steps: DoubleArray;
  /** What text is read with where nothing has been learned yet. */
  readonly cursor: Cursor;
  readonly limits: Limits;
  /** UTF-16 units read since it knew nothing. */
  units: number;
}

export const symbolBits = 3;

/** How much is learned, so that no text can make memory grow without bound. */
export interface Limits {
  /** Numbers that situations take, and steps from one to another. */
  readonly places: number;
  readonly steps: number;
  /** What is full is forgotten when it has served for so many UTF-16 units: text in which everything is new must not be learned over and over. */
  readonly units: number;
}

/** About 20 MB at most; 8 MB of text in eight scripts, read for 5,000 terms, come to 229,000 and 71,000. */
export const usualLimits: Limits = { places: 1_000_000, steps: 250_000, units: 4_000_000 };

interface RuleSet {
  readonly alphabet: Alphabet;
  readonly trie: Trie;
  readonly patterns: PatternParts;
  readonly limits: Limits;
}

/** Gives what has been learned so far, or a fresh start when there is too much of it. */
export function learning(rules: RuleSet): () => Learned {
  let known: Learned | null = null;
  return () => {
    if (known === null || known.graph.isLarge() || (isFull(known) && known.units > rules.limits.units)) known = createLearned(rules);
    return known;
  };
}

export function isFull({ situations, steps, limits }: Learned): boolean {
  return sizeOf(situations) > limits.places || steps.used > limits.steps;
}

function createLearned({ alphabet, trie, patterns, limits }: RuleSet): Learned {
  const graph = createGraph(patterns);
  const cursor: Cursor = {
    alphabet,
    trie,
    graph,
    hits: null,
    threads: [],
    live: 0,
    flags: 0,
    afterSpace: false,
    run: noRun,
    end: 0,
    seen: 0,
  };
  return { graph, situations: createSituations(), steps: createDoubleArray(), cursor, limits, units: 0 };
}
