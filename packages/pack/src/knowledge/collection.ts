import { besideWords } from './asked-facet.ts';
import { countTerms, type Field, type Occurrence } from './count-terms.ts';
import { foldedWords } from './grams.ts';
import { stopWords } from './stop-words.ts';

/** The documents of one kind in one language, ready to be searched. */
export interface Collection {
  readonly ids: readonly string[];
  /** By the number of the gram or whole word; undefined where no document has it, and for the number after the last. */
  readonly postings: readonly (Posting | undefined)[];
  /** Folded. */
  readonly ignored: ReadonlySet<string>;
  /** Whether a folded word is asked of every service; it helps to put matches in order and makes none. */
  readonly isBeside: (folded: string) => boolean;
  /** Idf of what no document has, the highest there is. */
  readonly unseen: number;
}

/** Where a gram or a whole word occurs. The lists run in parallel. */
export interface Posting {
  readonly idf: number;
  /** Indices into `ids`. */
  readonly documents: Uint32Array;
  /** What the gram adds to the BM25 score of each document. */
  readonly scores: Float64Array;
  /** How much an occurrence says about what the document is about, 0 to 1. */
  readonly presence: Float64Array;
}

export interface SearchedDocument {
  readonly id: string;
  readonly fields: readonly Field[];
}

/** The constants of BM25 (Robertson and Zaragoza 2009, section 3.5), as docs/grounding.md says how they were chosen. */
const saturation = 1.5;
const lengthPenalty = 0.9;

/** A collection whose grams have no numbers yet. */
export interface Gathered extends Omit<Collection, 'postings'> {
  readonly postings: ReadonlyMap<string, Posting>;
  /** Folded, those that are ignored too: they are known, and no slip. */
  readonly words: ReadonlySet<string>;
}

/** `titled` are the folded words of the titles of cards: what a service is called is never only a word of asking. */
export function gather(language: string, documents: readonly SearchedDocument[], titled: ReadonlySet<string>): Gathered {
  const ignored = new Set(foldedWords(stopWords[language] ?? ''));
  const beside = besideWords(language);
  const counted = documents.map(({ fields }) => countTerms(fields, ignored));
  const norms = lengthNorms(counted.map(({ length }) => length));
  const holders = new Map<string, Holder[]>();
  for (const [document, { terms }] of counted.entries()) {
    for (const [gram, occurrence] of terms) {
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
    isBeside: (folded) => beside.has(folded) && !titled.has(folded),
    words: new Set([...ignored, ...beside.words, ...documents.flatMap(({ fields }) => fields.flatMap(({ text }) => foldedWords(text)))]),
    unseen: inverseFrequency(0, documents.length),
  };
}

interface Holder extends Occurrence {
  readonly document: number;
  readonly norm: number;
}

/** The part of BM25 that makes a word in a long document count less. */
function lengthNorms(lengths: readonly number[]): readonly number[] {
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
