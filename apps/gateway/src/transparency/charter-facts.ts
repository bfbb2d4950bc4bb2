import { charter, clauses, modelSpec } from '@parlance/charter';
import { type CharterFacts } from '@parlance/web';
import { type Gateway } from '../gateway.ts';
import { statedInForce } from '../record/stated-in-force.ts';
import { charterRuleFacts } from './charter-rule-facts.ts';
import { leafFact } from './pack-versions.ts';

/** The clauses and what stands behind each, and since when they bind here. */
export async function charterFacts(gateway: Pick<Gateway, 'country' | 'log' | 'upstream'>, language: string): Promise<CharterFacts> {
  const { log } = gateway;
  const stated = await statedInForce(log).charter(charter.digest);
  return {
    ...charter,
    from: stated?.leaf.from ?? null,
    leaf: stated && leafFact(log.origin, stated),
    modelSpec: { version: modelSpec.version, url: modelSpec.url },
    pack: gateway.country.pack.digest,
    isModelConnected: gateway.upstream.kind === 'openai',
    rules: await charterRuleFacts(gateway, language),
    clauses,
  };
}
