import { charter, clauses, modelSpec } from '@parlance/charter';
import { type CharterFacts } from '@parlance/web';

/** The clauses and what stands behind each. */
export function charterFacts(): CharterFacts {
  return { ...charter, modelSpec: { version: modelSpec.version, url: modelSpec.url }, clauses };
}
