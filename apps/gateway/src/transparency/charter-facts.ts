import { charter, clauses, modelSpec } from '@parlance/charter';
import { type CharterFacts } from '@parlance/web';
import { type Gateway } from '../gateway.ts';
import { statedInForce } from '../record/stated-in-force.ts';
import { leafFact } from './pack-versions.ts';

/** The clauses and what stands behind each, and since when they bind here. */
export async function charterFacts({ log }: Pick<Gateway, 'log'>): Promise<CharterFacts> {
  const stated = await statedInForce(log).charter(charter.digest);
  return {
    ...charter,
    from: stated?.leaf.from ?? null,
    leaf: stated && leafFact(log.origin, stated),
    modelSpec: { version: modelSpec.version, url: modelSpec.url },
    clauses,
  };
}
