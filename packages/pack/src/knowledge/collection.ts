import { foldedWords, gramsOf } from './grams.ts';
import { stopWords } from './stop-words.ts';

/** The documents of one kind in one language, ready to be searched. */
export interface Collection {
  readonly ids: readonly string[];
  /** By the number of the gram; undefined where no document has it, and for the number after the last. */
  readonly postings: readonly (Posting | undefined)[];
  /** Folded. */
  readonly ignored: ReadonlySet<string>;
  /** Idf of a gram that no document has, the highest there is. */
  readonly unseen: number;
}

/** Where a gram occurs. The lists run in parallel. */
export interface Posting {
  readonly idf: number;
  /** Indices into `ids`. */
  readonly documents: Uint32Array;
  /** What the gram adds to the BM25 score of each document. */
  readonly scores: Float64Array;
  /** How much an occurrence says about what the document is about, 0 to 1. */
  readonly presence: Float64Array;
}

interface Field {
  /** How many times an occurrence counts. */
  readonly weight: number;
  readonly presence: number;
  readonly text: string;
}

export interface SearchedDocument {
  readonly id: string;
  readonly fields: readonly Field[];
}

/** The usual constants of BM25 (Robertson and Zaragoza 2009, section 3.5). */
const saturation = 1.2;
const lengthPenalty = 0.75;

/** A collection whose grams have no numbers yet. */
export interface Gathered extends Omit<Collection, 'postings'> {
  readonly postings: ReadonlyMap<string, Posting>;
}

export function gather(language: string, documents: readonly SearchedDocument[]): Gathered {
  const ignored = new Set(foldedWords(stopWords[language] ?? ''));
  const grams = documents.map(({ fields }) => countGrams(fields, ignored));
  const norms = lengthNorms(grams);
  const holders = new Map<string, Holder[]>();
  for (const [document, counted] of grams.entries()) {
    for (const [gram, occurrence] of counted) {
      const holder = { document, norm: norms[document] ?? saturation, ...occurrence };
      const known = holders.get(gram);
      if (known === undefined) holders.set(gram, [holder]);
      else known.push(holder);
    }
  }
  return {
    ids: documents.map(({ id }) => id),
    postings: new Map([...holders].map(([gram, holding]) => [gram, postingOf(holding, documents.length)])),
    ignored,
    unseen: inverseFrequency(0, documents.length),
  };
}

interface Occurrence {
  frequency: number;
  presence: number;
}

interface Holder extends Occurrence {
  readonly document: number;
  readonly norm: number;
}

function countGrams(fields: readonly Field[], ignored: ReadonlySet<string>): ReadonlyMap<string, Occurrence> {
  const grams = new Map<string, Occurrence>();
  for (const { weight, presence, text } of fields) {
    for (const { gram } of foldedWords(text)
      .filter((word) => !ignored.has(word))
      .flatMap(gramsOf)) {
      const seen = grams.get(gram);
      grams.set(gram, { frequency: (seen?.frequency ?? 0) + weight, presence: Math.max(seen?.presence ?? 0, presence) });
    }
  }
  return grams;
}

/** The part of BM25 that makes a word in a long document count less. */
function lengthNorms(grams: readonly ReadonlyMap<string, Occurrence>[]): readonly number[] {
  const lengths = grams.map((counted) => [...counted.values()].reduce((sum, { frequency }) => sum + frequency, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return lengths.map((length) => saturation * (1 - lengthPenalty + (lengthPenalty * length) / Math.max(1, mean)));
}

function postingOf(holding: readonly Holder[], documents: number): Posting {
  const idf = inverseFrequency(holding.length, documents);
  return {
    idf,
    documents: Uint32Array.from(holding, ({ document }) => document),
    scores: Float64Array.from(holding, ({ frequency, norm }) => (idf * frequency * (saturation + 1)) / (frequency + norm)),
    presence: Float64Array.from(holding, ({ presence }) => presence),
  };
}

/** Above zero even for a gram that every document has (the variant of Lucene). */
function inverseFrequency(holding: number, documents: number): number {
  return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
}
