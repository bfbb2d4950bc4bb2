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
  for (const further of branchesFor(branch, meant[at] ?? [])) {
    for (const list of further.ends) found.push({ list, first, last: at });
    climb(further, { ...step, at: at + 1 }, found);
  }
}

/** Each branch once, whichever of the meanings leads to it. Every word of every text comes here, so that nothing is made where nothing is found. */
function branchesFor({ next, stems }: Branch, meanings: readonly string[]): readonly Branch[] {
  let found = none;
  for (const word of meanings) {
    found = withBranch(found, next.get(word));
    if (stems.size === 0) continue;
    for (let cut = 0; cut <= endingLetters && cut < word.length; cut++)
      found = withBranch(found, stems.get(word.slice(0, word.length - cut)));
  }
  return found;
}

const none: readonly Branch[] = [];

function withBranch(found: readonly Branch[], one: Branch | undefined): readonly Branch[] {
  return one === undefined || found.includes(one) ? found : [...found, one];
}
