import { type Asked, type AskedWord } from './asked-words.ts';
import { type Collection, type Posting } from './collection.ts';

/** How a question matches one document. */
export interface Match {
  readonly id: string;
  readonly score: number;
  /** Share of what the question says that the document has, 0 to 1. */
  readonly coverage: number;
  /** How many telling words match; a word that is in no document weighs 1, a word that is in all almost nothing. */
  readonly telling: number;
}

/** Words of a question beyond this number add time and no meaning. */
const mostWords = 64;
/** Words share a few grams by chance; a smaller part of a word than this is no match. */
const chance = 0.25;
/** How much a word that is written alike counts beside its grams. */
const alike = 0.5;

/** One number per document, side by side: scores, what the words seen so far match, and what the present word shares. */
interface Tally {
  readonly scores: Float64Array;
  readonly matched: Float64Array;
  readonly shares: Float64Array;
  asked: number;
}

/** Every document that shares a gram with the question, the best first. */
export function matchAll(collection: Collection, { words, wholes }: Asked): readonly Match[] {
  const size = collection.ids.length;
  const tally: Tally = { scores: new Float64Array(size), matched: new Float64Array(size), shares: new Float64Array(size), asked: 0 };
  for (const asked of tellingWords(collection, words)) addWord(collection, asked, tally);
  for (const { folded, number } of wholes.slice(0, mostWords))
    if (!collection.ignored.has(folded)) addWhole(collection.postings[number], tally);
  const matches: Match[] = [];
  for (let document = 0; document < size; document++) {
    const score = tally.scores[document] ?? 0;
    if (score <= 0) continue;
    const matched = tally.matched[document] ?? 0;
    const coverage = tally.asked === 0 ? 0 : matched / tally.asked;
    matches.push({ id: collection.ids[document] ?? '', score, coverage, telling: matched / collection.unseen });
  }
  return matches.sort((one, other) => other.score - one.score);
}

/** What no document of a collection can match better: every gram that the collection has, in one document and in a telling place. */
export function bestConceivable(collection: Collection, { words }: Asked): Pick<Match, 'coverage' | 'telling'> {
  let asked = 0;
  let matched = 0;
  for (const word of tellingWords(collection, words)) {
    const { whole, known, importance } = weigh(collection, word);
    asked += importance;
    matched += importance * matchedPart(known, whole);
  }
  return { coverage: asked === 0 ? 0 : matched / asked, telling: matched / collection.unseen };
}

function tellingWords({ ignored }: Collection, words: readonly AskedWord[]): readonly AskedWord[] {
  return words.filter(({ word }) => !ignored.has(word)).slice(0, mostWords);
}

/** How much the grams of a word say in a collection: all of them, those that it has, and the word as a whole. */
interface Weighed {
  readonly whole: number;
  readonly known: number;
  readonly importance: number;
}

function weigh({ postings, unseen }: Collection, { grams }: AskedWord): Weighed {
  let whole = 0;
  let known = 0;
  let weights = 0;
  for (const { number, weight } of grams) {
    const posting = postings[number];
    whole += weight * (posting?.idf ?? unseen);
    if (posting !== undefined) known += weight * posting.idf;
    weights += weight;
  }
  return { whole, known, importance: whole / weights };
}

/** The loops run for every word of every question, so they count by index and make nothing. */
function addWord(collection: Collection, word: AskedWord, tally: Tally): void {
  const { whole, known, importance } = weigh(collection, word);
  tally.asked += importance;
  if (known === 0) return;
  // A long word has many grams and is still one word.
  const scale = 1 / Math.sqrt(word.grams.length);
  for (const { number, weight } of word.grams) {
    const posting = collection.postings[number];
    if (posting !== undefined) addGram(tally, posting, { weight, scale });
  }
  settleWord(tally, whole, importance);
}

function addWhole(posting: Posting | undefined, { scores }: Tally): void {
  if (posting === undefined) return;
  for (let place = 0; place < posting.documents.length; place++) {
    const document = posting.documents[place] ?? 0;
    scores[document] = (scores[document] ?? 0) + alike * (posting.scores[place] ?? 0);
  }
}

function addGram(
  { shares, scores }: Tally,
  { documents, presence, scores: added, idf }: Posting,
  { weight, scale }: { readonly weight: number; readonly scale: number },
): void {
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place] ?? 0;
    shares[document] = (shares[document] ?? 0) + weight * idf * (presence[place] ?? 0);
    scores[document] = (scores[document] ?? 0) + weight * scale * (added[place] ?? 0);
  }
}

/** Counts the word for each document that shares enough of it, and clears the shares for the next one. */
function settleWord({ shares, matched }: Tally, whole: number, importance: number): void {
  for (let document = 0; document < shares.length; document++) {
    const share = shares[document] ?? 0;
    if (share === 0) continue;
    matched[document] = (matched[document] ?? 0) + importance * matchedPart(share, whole);
    shares[document] = 0;
  }
}

function matchedPart(share: number, whole: number): number {
  return Math.max(0, (share / whole - chance) / (1 - chance));
}
