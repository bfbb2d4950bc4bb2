import { type Reranker } from '../embeddings/reranker.ts';
import { heardCrisis } from './heard-crisis.ts';
import { askedOf, type Asking } from './localize.ts';
import { type Found, lookUp } from './look-up.ts';

/**
 * The one stage that may wait before the upstream is asked, and only where a server of embeddings is configured. A person who is or was in distress waits for nothing and their
 * words go nowhere else; nor do those of a question that cannot be recorded.
 */
export async function reranked(asking: Asking, reranker: Reranker, recorded: Promise<boolean>): Promise<Found | null> {
  const { asked, earlier, subject, resolved } = askedOf(asking);
  const { country } = asking;
  const { now, before } = heardCrisis({ asked, earlier, isYoung: true });
  if (now !== null || before !== null || !(await recorded)) return null;
  return reranker.rerank(country, subject, lookUp(country, subject, resolved.defaults.language.value));
}
