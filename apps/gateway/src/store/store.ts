import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { type CitationStore, createCitationStore } from './citation-store.ts';
import { createObjectionStore, type ObjectionStore } from './objection-store.ts';
import { textKeys, type TextKeys } from './objection-keys.ts';
import { createKeyStore, type KeyStore } from './key-store.ts';
import { migrate } from './migrate.ts';
import { embeddedDialect, postgresDialect } from './open-database.ts';
import { type Tables } from './schema.ts';
import { sealOldTexts } from './seal-old-texts.ts';
import { answered, storeError } from './store-error.ts';
import { createRegisterStore, type RegisterStore } from './register-store.ts';
import { createTenantStore, type TenantStore } from './tenant-store.ts';
import { createUsageStore, type UsageStore } from './usage-store.ts';

/** State that may be lost without breaking a promise to a reader. Every call names its tenant, but the look-up of a key. */
export interface Store {
  readonly tenants: TenantStore;
  readonly keys: KeyStore;
  readonly usage: UsageStore;
  /** Of no tenant: it is public how often which publisher was cited. */
  readonly citations: CitationStore;
  /** Of no tenant: whoever has the code of an objection may ask for it. */
  readonly objections: ObjectionStore;
  /** Of no tenant: the register of what the public log tells. */
  readonly register: RegisterStore;
  /** Resolves when the database answers; throws `store_unavailable`. */
  ping(): Promise<void>;
  /** Waits for what is running. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Null: the embedded database in `<dataFolder>/state`. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly now?: () => Date;
}

/** Opens the store in its newest form. Throws `store_unavailable` or `store_newer`. */
export async function openStore({ databaseUrl, dataFolder, now = () => new Date() }: StoreOptions): Promise<Store> {
  const keys = textKeys(join(dataFolder, 'objection-keys'));
  const database = await openTables({ databaseUrl, dataFolder }, keys);
  return {
    tenants: createTenantStore(database, now),
    keys: createKeyStore(database, now),
    usage: createUsageStore(database, now),
    citations: createCitationStore(database, now),
    objections: createObjectionStore(database, keys),
    register: createRegisterStore(database),
    async ping() {
      await answered(sql`select 1`.execute(database));
    },
    close: () => database.destroy(),
  };
}

type Place = Pick<StoreOptions, 'databaseUrl' | 'dataFolder'>;

async function openTables({ databaseUrl, dataFolder }: Place, keys: TextKeys): Promise<Kysely<Tables>> {
  try {
    const database = new Kysely<Tables>({
      dialect: databaseUrl === null ? await embeddedDialect(dataFolder) : postgresDialect(databaseUrl),
    });
    try {
      await migrate(database);
      await sealOldTexts(database, keys);
    } catch (error) {
      await database.destroy();
      throw error;
    }
    return database;
  } catch (error) {
    throw storeError(error);
  }
}
