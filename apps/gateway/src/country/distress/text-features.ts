import { loosely } from '../loose-spelling.ts';

/** Features fall into this many buckets; a power of two. */
export const bucketCount = 1 << 19;

const shortestRun = 2;
const longestRun = 5;
/** Chinese words are shorter, and no spaces part them. */
const longestHanRun = 4;
const farthestPair = 2;
/** Beginnings of words, which inflection leaves alone, go together over more words. */
const beginning = 4;
const farthestBeginning = 4;
const farthestHan = 5;
/** Runs over the end of a word, in letters and ends. */
const runsOverWords: readonly number[] = [6, 8];
const longestOverWords = Math.max(...runsOverWords);

const wordsIn = /[\p{L}\p{N}]+/gu;
const han = /\p{Script=Han}/u;
const end = '_';

/**
 * What the learned judge sees of a text, in loose spelling: its words, pairs of words beside each other or with one between, pairs of beginnings a few words apart, and runs of letters in a
 * word and over its end. Each has a bucket (0 to `bucketCount` - 1) by its hash; a bucket counts once however often it is met.
 */
export function featuresOf(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const inOrder = loosely(text).match(wordsIn) ?? [];
  const spaced: string[] = [];
  for (const [at, word] of inOrder.entries())
    if (han.test(word)) addHan(found, word);
    else {
      addWord(found, inOrder, at);
      spaced.push(word);
    }
  addRunsOverWords(found, spaced.join(end));
  return found;
}

function addWord(found: Set<number>, words: readonly string[], at: number): void {
  const word = words[at] ?? '';
  found.add(bucketOf(hashed(begin.word, word)));
  const first = hashed(begin.beginnings, word.slice(0, beginning));
  for (let far = 1; far <= farthestBeginning; far++) {
    const other = words[at + far];
    if (other === undefined) break;
    if (far <= farthestPair) found.add(bucketOf(hashed(hashed(begin.pair + far, word), ` ${other}`)));
    found.add(bucketOf(hashed(first, ` ${other.slice(0, beginning)}`)));
  }
  addRuns(found, `<${word}>`, [shortestRun, longestRun]);
}

function addHan(found: Set<number>, word: string): void {
  addRuns(found, word, [1, longestHanRun]);
  for (let at = 0; at < word.length; at++) {
    const first = step(begin.beginnings, word.charCodeAt(at));
    for (let far = 1; far <= farthestHan && at + far < word.length; far++) found.add(bucketOf(step(first, word.charCodeAt(at + far))));
  }
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

function addRunsOverWords(found: Set<number>, joined: string): void {
  for (let first = 0; first < joined.length; first++) {
    let [hash, isOver]: [number, boolean] = [begin.overWords, false];
    for (let length = 1; length <= longestOverWords && first + length <= joined.length; length++) {
      const unit = joined.charCodeAt(first + length - 1);
      hash = step(hash, unit);
      isOver ||= unit === end.charCodeAt(0);
      if (isOver && runsOverWords.includes(length)) found.add(bucketOf(hash));
    }
  }
}

/** Where the hashes of each kind of feature begin, so that a word and a run of the same letters are two features. */
const begin = { word: 0x811c9dc5, run: 0x01b3c6d1, pair: 0x2c1b3c6d, beginnings: 0x5bd1e995, overWords: 0x7a3d70a5 } as const;

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
