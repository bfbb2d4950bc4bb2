import { type Collection, type Posting } from './collection.ts';
import { foldedWords, gramsOf } from './grams.ts';

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

interface Tally {
  readonly scores: Float64Array;
  /** Of the word that is being added. */
  readonly shares: Float64Array;
  readonly matched: Float64Array;
  asked: number;
}

/** Every document that shares a gram with the question, the best first. */
export function matchAll(collection: Collection, question: string): readonly Match[] {
  const words = new Set(foldedWords(question).filter((word) => !collection.ignored.has(word)));
  const size = collection.ids.length;
  const tally: Tally = { scores: new Float64Array(size), shares: new Float64Array(size), matched: new Float64Array(size), asked: 0 };
  for (const word of [...words].slice(0, mostWords)) addWord(collection, word, tally);
  const matches: Match[] = [];
  for (const [document, id] of collection.ids.entries()) {
    const score = tally.scores[document] ?? 0;
    if (score <= 0) continue;
    const matched = tally.matched[document] ?? 0;
    const coverage = tally.asked === 0 ? 0 : matched / tally.asked;
    matches.push({ id, score, coverage, telling: matched / collection.unseen });
  }
  return matches.sort((one, other) => other.score - one.score);
}

/** The inner loops run for every word of every question in every collection, so they count by index. */
function addWord(collection: Collection, word: string, tally: Tally): void {
  const grams = gramsOf(word);
  // A long word has many grams and is still one word.
  const scale = 1 / Math.sqrt(grams.length);
  const { shares } = tally;
  shares.fill(0);
  let whole = 0;
  let weights = 0;
  for (const { gram, weight } of grams) {
    const posting = collection.postings.get(gram);
    whole += weight * (posting?.idf ?? collection.unseen);
    weights += weight;
    if (posting !== undefined) addGram(posting, { weight, scale, shares, scores: tally.scores });
  }
  const importance = whole / weights;
  tally.asked += importance;
  for (let document = 0; document < shares.length; document++) {
    const share = shares[document] ?? 0;
    if (share > chance * whole)
      tally.matched[document] = (tally.matched[document] ?? 0) + importance * ((share / whole - chance) / (1 - chance));
  }
}

interface GramOfWord {
  readonly weight: number;
  readonly scale: number;
  readonly shares: Float64Array;
  readonly scores: Float64Array;
}

function addGram({ idf, documents, presence, scores }: Posting, word: GramOfWord): void {
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place] ?? 0;
    word.shares[document] = (word.shares[document] ?? 0) + word.weight * idf * (presence[place] ?? 0);
    word.scores[document] = (word.scores[document] ?? 0) + word.weight * word.scale * (scores[place] ?? 0);
  }
}
