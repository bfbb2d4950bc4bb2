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
/** How much a word of asking and doing counts beside one that says what is asked about: `renew` names no document. */
const besides = 0.5;
/** From so many words on that say it, those count in full: a long question leans on none of its words. */
const many = 4;

/** One number per document, side by side: scores, what the words seen so far match, and what the present word shares. */
interface Tally {
  readonly scores: Float64Array;
  readonly matched: Float64Array;
  /** What words of asking and doing match. */
  readonly beside: Float64Array;
  readonly shares: Float64Array;
  asked: number;
}

/** Every document that shares a gram with the question, the best first. */
export function matchAll(collection: Collection, { words, wholes }: Asked): readonly Match[] {
  const size = collection.ids.length;
  const tally: Tally = {
    scores: new Float64Array(size),
    matched: new Float64Array(size),
    beside: new Float64Array(size),
    shares: new Float64Array(size),
    asked: 0,
  };
  const counting = wordsThatCount(collection, words);
  const weight = besideWeight(collection, counting);
  for (const word of counting) addWord(collection, { word, beside: weight }, tally);
  for (const { folded, number } of wholes.slice(0, mostWords))
    if (!collection.ignored.has(folded) && !collection.isBeside(folded)) addWhole(collection.postings[number], tally);
  const matches: Match[] = [];
  for (let document = 0; document < size; document++) {
    const score = tally.scores[document] ?? 0;
    if (score <= 0) continue;
    const matched = tally.matched[document] ?? 0;
    const beside = tally.beside[document] ?? 0;
    matches.push({ id: collection.ids[document] ?? '', score, ...said({ matched, beside, asked: tally.asked }, collection.unseen) });
  }
  return matches.sort((one, other) => other.score - one.score);
}

/** Where nothing says what is asked about, words of asking and doing say nothing. */
function said(
  { matched, beside, asked }: { readonly matched: number; readonly beside: number; readonly asked: number },
  unseen: number,
): Pick<Match, 'coverage' | 'telling'> {
  return matched === 0 ? { coverage: 0, telling: 0 } : { coverage: matched / asked, telling: (matched + beside) / unseen };
}

/** What no document of a collection can match better: every gram that the collection has, in one document and in a telling place. */
export function bestConceivable(collection: Collection, { words }: Asked): Pick<Match, 'coverage' | 'telling'> {
  let asked = 0;
  let matched = 0;
  let beside = 0;
  const counting = wordsThatCount(collection, words);
  for (const word of counting) {
    const { whole, known, importance } = weigh(collection, word);
    const part = importance * matchedPart(known, whole);
    if (collection.isBeside(word.word)) {
      beside += besideWeight(collection, counting) * part;
    } else {
      asked += importance;
      matched += part;
    }
  }
  return { coverage: asked === 0 ? 0 : matched / asked, telling: (matched + beside) / collection.unseen };
}

function wordsThatCount({ ignored }: Collection, words: readonly AskedWord[]): readonly AskedWord[] {
  return words.filter(({ word }) => !ignored.has(word)).slice(0, mostWords);
}

/** How much a word of asking and doing counts in a question. */
function besideWeight({ isBeside }: Collection, words: readonly AskedWord[]): number {
  return words.filter(({ word }) => !isBeside(word)).length >= many ? 1 : besides;
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
function addWord(collection: Collection, { word, beside }: { readonly word: AskedWord; readonly beside: number }, tally: Tally): void {
  const { whole, known, importance } = weigh(collection, word);
  const isBeside = collection.isBeside(word.word);
  const counts = isBeside ? beside : 1;
  if (!isBeside) tally.asked += importance;
  if (known === 0) return;
  // A long word has many grams and is still one word.
  const scale = counts / Math.sqrt(word.grams.length);
  for (const { number, weight } of word.grams) {
    const posting = collection.postings[number];
    if (posting !== undefined) addGram(tally, posting, { weight, scale });
  }
  settleWord(tally.shares, isBeside ? tally.beside : tally.matched, { whole, importance: counts * importance });
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
function settleWord(shares: Float64Array, matched: Float64Array, { whole, importance }: Pick<Weighed, 'whole' | 'importance'>): void {
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
