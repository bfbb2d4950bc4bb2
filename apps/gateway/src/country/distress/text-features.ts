import { loosely } from '../loose-spelling.ts';

/** Features fall into this many buckets; a power of two. */
export const bucketCount = 1 << 18;

const shortestRun = 2;
const longestRun = 5;
/** Chinese words are shorter, and no spaces part them. */
const longestHanRun = 4;
const farthestPair = 2;

const wordsIn = /[\p{L}\p{N}]+/gu;
const han = /\p{Script=Han}/u;

/**
 * What the learned judge sees of a text, in loose spelling: its words, pairs of words beside each other or with one between, and the runs of two to five letters in a word. Each has a
 * bucket (0 to `bucketCount` - 1) by its hash; a bucket counts once however often it is met.
 */
export function featuresOf(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const inOrder = loosely(text).match(wordsIn) ?? [];
  for (const [at, word] of inOrder.entries()) {
    if (han.test(word)) addRuns(found, word, [1, longestHanRun]);
    else addWord(found, inOrder, at);
  }
  return found;
}

function addWord(found: Set<number>, words: readonly string[], at: number): void {
  const word = words[at] ?? '';
  found.add(bucketOf(hashed(begin.word, word)));
  for (let far = 1; far <= farthestPair; far++) {
    const other = words[at + far];
    if (other !== undefined) found.add(bucketOf(hashed(hashed(begin.pair + far, word), ` ${other}`)));
  }
  addRuns(found, `<${word}>`, [shortestRun, longestRun]);
}

function addRuns(found: Set<number>, word: string, [shortest, longest]: readonly [number, number]): void {
  for (let first = 0; first < word.length; first++) {
    let hash: number = begin.run;
    for (let length = 1; length <= longest && first + length <= word.length; length++) {
      hash = step(hash, word.charCodeAt(first + length - 1));
      if (length >= shortest) found.add(bucketOf(hash));
    }
  }
}

/** Where the hashes of each kind of feature begin, so that a word and a run of the same letters are two features. */
const begin = { word: 0x811c9dc5, run: 0x01b3c6d1, pair: 0x2c1b3c6d } as const;

/** FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function hashed(from: number, text: string): number {
  let hash = from;
  for (let index = 0; index < text.length; index++) hash = step(hash, text.charCodeAt(index));
  return hash;
}

/** The low bits alone would hang on the last letter. */
function bucketOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) & (bucketCount - 1);
}
