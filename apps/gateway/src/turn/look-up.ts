import { searchCards, type SearchHit, searchPassages } from '@parlance/pack';
import { type ParlanceObject } from '@parlance/wire';
import { type Country } from '../country/country.ts';

/** What the index has for a question, the best first. */
export interface Found {
  readonly cards: readonly SearchHit[];
  readonly passages: readonly SearchHit[];
  /** Where the question went to be put in order; absent: nowhere. */
  readonly left?: ParlanceObject['egress']['embeddings'];
}

const mostHits = 8;

export function lookUp({ index }: Pick<Country, 'index'>, question: string, language: string): Found {
  const options = { language, limit: mostHits };
  return { cards: searchCards(index, question, options), passages: searchPassages(index, question, options) };
}
