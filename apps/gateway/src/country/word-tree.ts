import { type LooseWord, looseWords } from './loose-spelling.ts';
import { nearSpelling } from './near-spelling.ts';

/** Where phrases of a list stand in a text: numbers of its first and last word. */
export interface Found {
  readonly list: string;
  readonly first: number;
  readonly last: number;
}

interface Branch {
  readonly next: Map<string, Branch>;
  /** Stems that stand before a star. */
  readonly stems: Map<string, Branch>;
  readonly ends: Set<string>;
}

/** Letters that a star stands for. */
const endingLetters = 8;
/** Arabic writes "and" and "so" onto the front of a word. */
const arabicFront = /^[وف](?=\p{Script=Arabic}{3})/u;

/** Lists of phrases, word by word: what is looked for does not slow the search, and a text costs no more than its length. */
export function createWordTree(
  lists: Iterable<readonly [list: string, phrases: readonly string[]]>,
): (words: readonly LooseWord[]) => readonly Found[] {
  const root = newBranch();
  const whole = new Set<string>();
  for (const [list, phrases] of lists) for (const phrase of phrases) plant(root, { list, phrase, whole });
  const near = nearSpelling(whole);
  return (words) => {
    const found: Found[] = [];
    const meanings = new Map<string, readonly string[]>();
    for (const { word } of words)
      if (!meanings.has(word)) meanings.set(word, [word, ...near(word), ...(arabicFront.test(word) ? [word.slice(1)] : [])]);
    const meant = words.map(({ word }) => meanings.get(word) ?? []);
    for (let first = 0; first < words.length; first++) climb(root, { words, meant, first, at: first }, found);
    return found;
  };
}

function newBranch(): Branch {
  return { next: new Map(), stems: new Map(), ends: new Set() };
}

function plant(
  root: Branch,
  { list, phrase, whole }: { readonly list: string; readonly phrase: string; readonly whole: Set<string> },
): void {
  let branch = root;
  for (const { word } of looseWords(phrase)) {
    const isStem = word.endsWith('*');
    if (!isStem) whole.add(word);
    const ways = isStem ? branch.stems : branch.next;
    const key = isStem ? word.slice(0, -1) : word;
    const further = ways.get(key) ?? newBranch();
    ways.set(key, further);
    branch = further;
  }
  branch.ends.add(list);
}

interface Step {
  readonly words: readonly LooseWord[];
  readonly meant: readonly (readonly string[])[];
  readonly first: number;
  readonly at: number;
}

function climb(branch: Branch, step: Step, found: Found[]): void {
  const { words, meant, first, at } = step;
  if (words[at] === undefined || words[at].sentence !== words[first]?.sentence) return;
  for (const further of new Set((meant[at] ?? []).flatMap((word) => branchesFor(branch, word)))) {
    for (const list of further.ends) found.push({ list, first, last: at });
    climb(further, { ...step, at: at + 1 }, found);
  }
}

function branchesFor(branch: Branch, word: string): readonly Branch[] {
  const exact = branch.next.get(word);
  const stems =
    branch.stems.size === 0
      ? []
      : Array.from({ length: endingLetters + 1 }, (_, cut) => branch.stems.get(word.slice(0, word.length - cut)));
  return [exact, ...stems].filter((one) => one !== undefined);
}
