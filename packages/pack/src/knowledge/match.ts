import { type Collection, type Posting } from './collection.ts';
import { foldedWords, gramsOf, type WeightedGram } from './grams.ts';

/** How a question matches one document. */
export interface Match {
  readonly id: string;
  readonly score: number;
  /** Share of what the question says that the document has, 0 to 1. */
  readonly coverage: number;
  /** How many telling words match; a word that is in no document weighs 1, a word that is in all almost nothing. */
  readonly telling: number;
}

/** A word of a question, ready to be looked up in any collection. */
export interface AskedWord {
  readonly word: string;
  readonly grams: readonly WeightedGram[];
}

/** Words of a question beyond this number add time and no meaning. */
const mostWords = 64;
/** Words share a few grams by chance; a smaller part of a word than this is no match. */
const chance = 0.25;

/** The distinct words of a question; read once, however many collections it is looked up in. */
export function askedWords(question: string): readonly AskedWord[] {
  return [...new Set(foldedWords(question))].map((word) => ({ word, grams: gramsOf(word) }));
}

/** One number per document, side by side: scores, what the words seen so far match, and what the present word shares. */
interface Tally {
  readonly scores: Float64Array;
  readonly matched: Float64Array;
  readonly shares: Float64Array;
  asked: number;
}

/** Every document that shares a gram with the question, the best first. */
export function matchAll(collection: Collection, words: readonly AskedWord[]): readonly Match[] {
  const size = collection.ids.length;
  const tally: Tally = { scores: new Float64Array(size), matched: new Float64Array(size), shares: new Float64Array(size), asked: 0 };
  let looked = 0;
  for (const asked of words) {
    if (collection.ignored.has(asked.word)) continue;
    if (++looked > mostWords) break;
    addWord(collection, asked, tally);
  }
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

/** The loops run for every word of every question in every collection, so they count by index and make nothing. */
function addWord(collection: Collection, { grams }: AskedWord, tally: Tally): void {
  // A long word has many grams and is still one word.
  const scale = 1 / Math.sqrt(grams.length);
  let whole = 0;
  let weights = 0;
  let isKnown = false;
  for (const { gram, weight } of grams) {
    const posting = collection.postings.get(gram);
    whole += weight * (posting?.idf ?? collection.unseen);
    weights += weight;
    if (posting === undefined) continue;
    isKnown = true;
    addGram(tally, posting, { weight, scale });
  }
  const importance = whole / weights;
  tally.asked += importance;
  if (isKnown) settleWord(tally, whole, importance);
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
    if (share > chance * whole) matched[document] = (matched[document] ?? 0) + importance * ((share / whole - chance) / (1 - chance));
    shares[document] = 0;
  }
}
