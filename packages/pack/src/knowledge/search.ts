import { type Asked, askedWords } from './asked-words.ts';
import { type KnowledgeIndex } from './build-index.ts';
import { type Collection } from './collection.ts';
import { confidenceOf, known } from './confidence.ts';
import { bestConceivable, matchAll } from './match.ts';

/** How much it counts that a card is called as the question says, beside what its text says. */
const naming = 0.5;

/** No question is worth looking up that is not known even where its every word stands in a title. */
const mostNamed = 2;

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
  /** How many telling words of the question stand in the title, like `telling` of a match; 0 for passages. */
  readonly named: number;
  /** Share of what the title says that the question says too, 0 to 1: a title that says more is about more than was asked. */
  readonly titleAsked: number;
}

/** Finds service cards, the best first. When none is known in the language, those known in another language, which each hit names. */
export function searchCards(index: KnowledgeIndex, question: string, options: SearchOptions): readonly SearchHit[] {
  return search({ texts: index.cards, titles: index.titles, titlesSay: index.titlesSay }, askedWords(index, question), options);
}

/** Finds passages, the best first. When none is known in the language, those known in another language, which each hit names. */
export function searchPassages(index: KnowledgeIndex, question: string, options: SearchOptions): readonly SearchHit[] {
  return search({ texts: index.passages, titles: new Map(), titlesSay: new Map() }, askedWords(index, question), options);
}

interface Searched {
  /** By language. */
  readonly texts: ReadonlyMap<string, Collection>;
  /** By language. */
  readonly titles: ReadonlyMap<string, Collection>;
  /** By language and card. */
  readonly titlesSay: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function search(searched: Searched, words: Asked, { language, limit }: SearchOptions): readonly SearchHit[] {
  const asked = hitsIn(searched, words, { language, limit });
  if (confidenceIn(asked) >= known) return asked;
  let best = asked;
  for (const [other, collection] of searched.texts) {
    if (other === language || confidenceOf(bestConceivable(collection, words), mostNamed) < known) continue;
    const hits = hitsIn(searched, words, { language: other, limit });
    if (confidenceIn(hits) > confidenceIn(best)) best = hits;
  }
  return confidenceIn(best) >= known ? best : asked;
}

function hitsIn({ texts, titles, titlesSay }: Searched, words: Asked, { language, limit }: SearchOptions): readonly SearchHit[] {
  const collection = texts.get(language);
  if (collection === undefined) return [];
  const called = titles.get(language);
  const names = new Map(called === undefined ? [] : matchAll(called, words).map((match) => [match.id, match]));
  const says = titlesSay.get(language);
  return matchAll(collection, words)
    .map((match) => {
      const name = names.get(match.id);
      const named = name?.telling ?? 0;
      const score = match.score + naming * (name === undefined ? 0 : name.coverage * name.score);
      return {
        id: match.id,
        language,
        score,
        confidence: confidenceOf(match, named),
        named,
        titleAsked: shareOf(named, says?.get(match.id) ?? 0),
      };
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, limit);
}

/** A question that is the title may say it once more than the title does. */
function shareOf(named: number, all: number): number {
  return all === 0 ? 0 : Math.min(1, named / all);
}

function confidenceIn(hits: readonly SearchHit[]): number {
  return hits[0]?.confidence ?? 0;
}
