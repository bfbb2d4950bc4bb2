import { plainWords } from './plain-words.ts';

/** Stems of all languages of one script in one tree, so that a text is read once whatever their number. */
export interface StemTree<Found> {
  readonly next: Map<string, StemTree<Found>>;
  readonly found: Found[];
  /** Whether `next` has a sign that stands for something else than itself. */
  hasSigns: boolean;
}

export function emptyTree<Found>(): StemTree<Found> {
  return { next: new Map(), found: [], hasSigns: false };
}

/** Signs of a stem that stand for something else than themselves. */
const signs = /[_*~]/;

/** `_` ends a word, `*` is the rest of a word, `~` stands for up to three words. */
export function plant<Found>(tree: StemTree<Found>, stem: string, found: Found): void {
  let node = tree;
  for (const part of spelled(stem)) {
    let child = node.next.get(part);
    if (child === undefined) node.next.set(part, (child = emptyTree()));
    node.hasSigns ||= signs.test(part);
    node = child;
  }
  node.found.push(found);
}

function spelled(stem: string): string {
  return stem
    .split(/([_*~])/)
    .map((part) => (signs.test(part) ? part : `${part.startsWith(' ') ? ' ' : ''}${plainWords(part)}${part.endsWith(' ') ? ' ' : ''}`))
    .join('')
    .replace(/ ~ /g, '~')
    .replace(/ {2,}/g, ' ');
}

const most = 3;
const nothing: readonly never[] = [];

/** Everything that begins at one place of a text of plain words. */
export function findAt<Found>(tree: StemTree<Found>, text: string, at: number): readonly Found[] {
  if (tree.next.get(text[at] ?? ' ') === undefined) return nothing;
  const found: Found[] = [];
  walk(tree, { text, found }, at);
  return found;
}

interface Walk<Found> {
  readonly text: string;
  readonly found: Found[];
}

function walk<Found>(start: StemTree<Found>, walked: Walk<Found>, from: number): void {
  let node: StemTree<Found> | undefined = start;
  for (let at = from; node !== undefined && at <= walked.text.length + 1; at++) {
    for (const found of node.found) walked.found.push(found);
    if (node.next.size === 0) return;
    if (node.hasSigns) walkSigns(node, walked, at);
    node = node.next.get(walked.text[at] ?? ' ');
  }
}

function walkSigns<Found>({ next }: StemTree<Found>, walked: Walk<Found>, at: number): void {
  const whole = next.get('_');
  if (whole !== undefined && (walked.text[at] ?? ' ') === ' ') walk(whole, walked, at);
  const rest = next.get('*');
  if (rest !== undefined) walk(rest, walked, endOfWord(walked.text, at));
  const gap = next.get('~');
  if (gap !== undefined) overGap(gap, walked, at);
}

/** The words of a gap begin behind the word that ends here. */
function overGap<Found>(node: StemTree<Found>, walked: Walk<Found>, at: number): void {
  let start = endOfWord(walked.text, at) + 1;
  for (let words = 0; words <= most && start < walked.text.length; words++) {
    walk(node, walked, start);
    start = endOfWord(walked.text, start) + 1;
  }
}

function endOfWord(text: string, at: number): number {
  const end = text.indexOf(' ', at);
  return end === -1 ? text.length : end;
}
