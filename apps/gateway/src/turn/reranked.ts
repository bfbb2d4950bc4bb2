import { type ChatRequest } from '@parlance/wire';
import { crisisIn } from '../country/crisis.ts';
import { type Country } from '../country/country.ts';
import { type Reranker } from '../embeddings/reranker.ts';
import { askedOf } from './localize.ts';
import { type Found, lookUp } from './look-up.ts';

/**
 * The one stage that may wait before the upstream is asked, and only where a server of embeddings is configured. A person in distress waits for nothing and their words
 * go nowhere else; nor do those of a question that cannot be recorded.
 */
export async function reranked(
  { request, country }: { readonly request: ChatRequest; readonly country: Country },
  reranker: Reranker,
  recorded: Promise<boolean>,
): Promise<Found | null> {
  const { asked, question, language } = askedOf(request, country);
  if (crisisIn(asked) !== null || !(await recorded)) return null;
  return reranker.rerank(country, question, lookUp(country, question, language));
}
