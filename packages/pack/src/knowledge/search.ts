import { type Asked, askedWords } from './asked-words.ts';
import { type KnowledgeIndex } from './build-index.ts';
import { type Collection } from './collection.ts';
import { confidenceOf, known } from './confidence.ts';
import { bestConceivable, matchAll } from './match.ts';

export interface SearchOptions {
  readonly language: string;
  readonly limit: number;
}

export interface SearchHit {
  /** Of the card or the passage. */
  readonly id: string;
  /** Language of the text that matched; another than the one asked for when nothing was known in that one. */
  readonly language: string;
  /** BM25, comparable within one search only. */
  readonly score: number;
  /** 0 to 1, comparable between searches. */
  readonly confidence: number;
}

/** Finds service cards, the best first. When none is known in the language, those known in another language, which each hit names. */
export function searchCards(index: KnowledgeIndex, question: string, options: SearchOptions): readonly SearchHit[] {
  return search(index.cards, askedWords(index, question), options);
}

/** Finds passages, the best first. When none is known in the language, those known in another language, which each hit names. */
export function searchPassages(index: KnowledgeIndex, question: string, options: SearchOptions): readonly SearchHit[] {
  return search(index.passages, askedWords(index, question), options);
}

function search(collections: ReadonlyMap<string, Collection>, words: Asked, { language, limit }: SearchOptions): readonly SearchHit[] {
  const asked = hitsIn(collections.get(language), words, { language, limit });
  if (confidenceIn(asked) >= known) return asked;
  let best = asked;
  for (const [other, collection] of collections) {
    if (other === language || confidenceOf(bestConceivable(collection, words)) < known) continue;
    const hits = hitsIn(collection, words, { language: other, limit });
    if (confidenceIn(hits) > confidenceIn(best)) best = hits;
  }
  return confidenceIn(best) >= known ? best : asked;
}

function hitsIn(collection: Collection | undefined, words: Asked, { language, limit }: SearchOptions): readonly SearchHit[] {
  if (collection === undefined) return [];
  return matchAll(collection, words)
    .slice(0, limit)
    .map((match) => ({ id: match.id, language, score: match.score, confidence: confidenceOf(match) }));
}

function confidenceIn(hits: readonly SearchHit[]): number {
  return hits[0]?.confidence ?? 0;
}
