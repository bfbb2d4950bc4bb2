import { join } from 'node:path';
import { hashOfSecret, hasSecretForm, isLive, type KeyFacts } from './key-facts.ts';
import { readSecretFile, writeSecretFile } from './secret-file.ts';
import { isTenantId, type TenantId } from './schema.ts';
import { type Store } from './store.ts';

export interface DevelopmentKey {
  readonly secret: string;
  readonly facts: Pick<KeyFacts, 'id' | 'tenant'>;
  /** The file in the data folder that holds the secret. */
  readonly file: string;
  /** False when the key of an earlier start still lives. */
  readonly isNew: boolean;
}

const purpose = 'development';

/** Pages say it in the reader's language. */
export const developmentOffice = 'nobody: a key for development';

/**
 * The key for trying things out, also in `<dataFolder>/development-key`, which only the owner may read. The key of an
 * earlier start is used again as long as it lives; removing the file gives a new one.
 */
export async function ensureDevelopmentKey(store: Store, dataFolder: string, now = new Date()): Promise<DevelopmentKey> {
  const file = join(dataFolder, 'development-key');
  const tenant = developmentTenant();
  const written = await readSecretFile(file);
  const before = written !== null && hasSecretForm(written) ? written : null;
  const facts = before === null ? null : await store.keys.findByHash(hashOfSecret(before));
  if (before !== null && facts !== null && facts.tenant === tenant && isLive(facts, now))
    return { secret: before, facts, file, isNew: false };
  await store.tenants.ensure({ id: tenant, name: 'Development' });
  const { id, secret } = await store.keys.create({ tenant, purpose, office: developmentOffice, sector: null });
  await writeSecretFile(file, secret);
  return { secret, facts: { id, tenant }, file, isNew: true };
}

/**
 * For a start in production: a key that was made for development must not open anything there.
 * Gives the number of keys that it stopped.
 */
export async function revokeDevelopmentKeys(store: Store, now = new Date()): Promise<number> {
  const tenant = developmentTenant();
  const live = (await store.keys.list(tenant)).filter((facts) => isLive(facts, now));
  for (const { id } of live) await store.keys.revoke({ tenant, id });
  return live.length;
}

function developmentTenant(): TenantId {
  const id = 'development';
  if (!isTenantId(id)) throw new TypeError(id);
  return id;
}
