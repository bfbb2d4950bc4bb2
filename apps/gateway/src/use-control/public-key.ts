import { type AgeBand } from '@parlance/charter';
import { type DevelopmentKey } from '../store/development-key.ts';
import { hashOfSecret, type KeyFacts } from '../store/key-facts.ts';
import { type Store } from '../store/store.ts';

/** What everybody may know of a key. Nothing here opens anything. */
export interface PublicKey {
  readonly id: string;
  readonly purpose: string;
  readonly about: string;
  readonly office: string;
  readonly sector: string | null;
  readonly age_band: AgeBand;
  /** ISO 8601; null: it does not expire. */
  readonly expires: string | null;
}

export function publicKey({ id, purpose, about, office, sector, ageBand, expiresAt }: KeyFacts): PublicKey {
  return { id, purpose, about, office, sector, age_band: ageBand, expires: expiresAt?.toISOString() ?? null };
}

export async function developmentFacts(store: Pick<Store, 'keys'>, { secret }: DevelopmentKey): Promise<KeyFacts> {
  const facts = await store.keys.findByHash(hashOfSecret(secret));
  if (facts === null) throw new TypeError('the development key was made a moment ago');
  return facts;
}
