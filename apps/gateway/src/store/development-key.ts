import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { hashOfSecret, hasSecretForm, isLive, type KeyFacts } from './key-facts.ts';
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

/**
 * The key for trying things out, also in `<dataFolder>/development-key`, which only the owner may read. The key of an
 * earlier start is used again as long as it lives; removing the file gives a new one.
 */
export async function ensureDevelopmentKey(store: Store, dataFolder: string, now = new Date()): Promise<DevelopmentKey> {
  const file = join(dataFolder, 'development-key');
  const tenant = developmentTenant();
  const before = await readSecret(file);
  const facts = before === null ? null : await store.keys.findByHash(hashOfSecret(before));
  if (before !== null && facts !== null && facts.tenant === tenant && isLive(facts, now))
    return { secret: before, facts, file, isNew: false };
  await store.tenants.ensure({ id: tenant, name: 'Development' });
  const { id, secret } = await store.keys.create({ tenant, purpose, office: 'nobody: a key for development', sector: null });
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await writeSecret(file, secret);
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

async function readSecret(file: string): Promise<string | null> {
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    return hasSecretForm(secret) ? secret : null;
  } catch {
    return null;
  }
}

/** A file of its own takes the name in one step: whoever reads meanwhile sees a whole key, and a wider mode of an old file is gone. */
async function writeSecret(file: string, secret: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
