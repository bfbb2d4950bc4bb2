import { addTransition, createTransitions, nextOf, type Transitions, unknown } from './transitions.ts';

/**
 * The terms of a rule set, as classes of symbols. Most of a term branches no more: such a stretch is numbered in order, so that a step through it reads the number
 * beside the last one.
 */
export interface Trie {
  /**
   * For each node `class + 1 << 2` of the symbol that leads to the node with the next number, or nothing; `branches` when others lead elsewhere, `ends` when a term ends here.
   * Another array after it has grown.
   */
  links: Int32Array;
  readonly elsewhere: Transitions;
  /** Children of the root by class of symbol: they are asked for at each place where a word may begin. */
  readonly first: Int32Array;
  readonly entries: Map<number, number[]>;
  size: number;
}

/** Where no term goes on. */
export const nowhere = unknown;
export const root = 1;

const branches = 1;
const ends = 2;
const flagBits = 2;
const firstLinks = 1024;

/** A trie over so many classes of symbols. */
export function createTrie(classes: number): Trie {
  return {
    first: new Int32Array(classes),
    links: new Int32Array(firstLinks),
    elsewhere: createTransitions(),
    entries: new Map(),
    size: root + 1,
  };
}

export function childOf({ links, elsewhere }: Trie, node: number, symbolClass: number): number {
  const link = links[node] ?? 0;
  if (link >> flagBits === symbolClass + 1) return node + 1;
  return (link & branches) === 0 ? nowhere : nextOf(elsewhere, node, symbolClass);
}

export function isEnd({ links }: Trie, node: number): boolean {
  return ((links[node] ?? 0) & ends) !== 0;
}

export function insertTerm(trie: Trie, term: readonly number[], entry: number): void {
  let node = root;
  for (const symbolClass of term) {
    const child = childOf(trie, node, symbolClass);
    node = child === nowhere ? addChild(trie, node, symbolClass) : child;
  }
  trie.links[node] = (trie.links[node] ?? 0) | ends;
  const entries = trie.entries.get(node);
  if (entries === undefined) trie.entries.set(node, [entry]);
  else if (!entries.includes(entry)) entries.push(entry);
}

function addChild(trie: Trie, node: number, symbolClass: number): number {
  const child = trie.size++;
  if (node === root) trie.first[symbolClass] = child;
  if (child >= trie.links.length) trie.links = grown(trie.links);
  const link = trie.links[node] ?? 0;
  if (child === node + 1) trie.links[node] = link | ((symbolClass + 1) << flagBits);
  else {
    trie.links[node] = link | branches;
    addTransition(trie.elsewhere, { node, symbolClass, next: child });
  }
  return child;
}

function grown(links: Int32Array): Int32Array {
  const next = new Int32Array(2 * links.length);
  next.set(links);
  return next;
}
