import { type Document, type Search } from './document.ts';

/** Constants of BM25 (Robertson and Zaragoza 2009, section 3.5). */
export interface Bm25Settings {
  /** How soon one more occurrence says nothing more. */
  readonly saturation: number;
  /** 0: length does not matter; 1: it does in full. */
  readonly lengthPenalty: number;
}

/** The values among which the better ones are looked for, on the tuning half alone. */
export const bm25Grid: readonly Bm25Settings[] = [0.6, 0.9, 1.2, 1.5, 2, 3].flatMap((saturation) =>
  [0, 0.25, 0.4, 0.6, 0.75, 0.9, 1].map((lengthPenalty) => ({ saturation, lengthPenalty })),
);

const segmenters = new Map<string, Intl.Segmenter>();

/** Words as ICU finds them, with its dictionaries for scripts without spaces; NFKC, lower case. */
export function wordsOf(text: string, language: string): readonly string[] {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return [...known.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  );
}

interface Occurrence {
  readonly document: number;
  readonly frequency: number;
}

/** What the words of the documents are, which no setting changes. */
export interface WordIndex {
  readonly documents: readonly Document[];
  readonly lengths: readonly number[];
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
}

export function indexWords(documents: readonly Document[]): WordIndex {
  const occurrences = new Map<string, Occurrence[]>();
  const lengths = documents.map(({ title, text, language }, document) => {
    const words = wordsOf(`${title}\n${text}`, language);
    const frequencies = new Map<string, number>();
    for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    for (const [word, frequency] of frequencies) {
      const known = occurrences.get(word);
      if (known === undefined) occurrences.set(word, [{ document, frequency }]);
      else known.push({ document, frequency });
    }
    return words.length;
  });
  return { documents, lengths, occurrences };
}

/** Okapi BM25 over whole words, with the idf of Lucene. */
export function wordSearch({ documents, lengths, occurrences }: WordIndex, { saturation, lengthPenalty }: Bm25Settings): Search {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const norms = lengths.map((length) => saturation * (1 - lengthPenalty + (lengthPenalty * length) / mean));
  return (question, language, limit) => {
    const scores = new Map<number, number>();
    for (const word of wordsOf(question, language)) {
      const found = occurrences.get(word) ?? [];
      const idf = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5));
      for (const { document, frequency } of found) {
        const score = (idf * frequency * (saturation + 1)) / (frequency + (norms[document] ?? saturation));
        scores.set(document, (scores.get(document) ?? 0) + score);
      }
    }
    const best = [...scores].sort(([, one], [, other]) => other - one).slice(0, limit);
    return best.map(([document]) => documents[document]?.id ?? '');
  };
}
