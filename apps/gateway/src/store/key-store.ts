import { randomBytes } from 'node:crypto';
import { CodedError } from '@parlance/core';
import { type Kysely, type Selectable } from 'kysely';
import { hashOfSecret, type KeyFacts, prefixOfSecret, secretOf } from './key-facts.ts';
import { type KeyId, type Tables, type TenantId } from './schema.ts';
import { answered, codeOf, storeError } from './store-error.ts';

interface NewKey {
  readonly tenant: TenantId;
  readonly purpose: string;
  readonly office: string;
  readonly sector: string | null;
  /** Unset: the key does not expire. */
  readonly expiresAt?: Date;
}

export interface KeyStore {
  /** The secret is in the answer and nowhere else. Throws `unknown_tenant`. */
  create(key: NewKey): Promise<{ readonly id: KeyId; readonly secret: string }>;
  /** Also finds keys that are revoked or expired; see `isLive`. The only call without a tenant, because it finds the tenant. */
  findByHash(hash: Uint8Array): Promise<KeyFacts | null>;
  /** Oldest first. */
  list(tenant: TenantId): Promise<readonly KeyFacts[]>;
  /** Whether a key of this tenant was revoked now; false when there is none or it was revoked before. */
  revoke(key: { readonly tenant: TenantId; readonly id: KeyId }): Promise<boolean>;
}

const columns = ['id', 'tenant_id', 'prefix', 'purpose', 'office', 'sector', 'created_at', 'expires_at', 'revoked_at'] as const;
type KeyRow = Pick<Selectable<Tables['api_key']>, (typeof columns)[number]>;

export function createKeyStore(database: Kysely<Tables>, now: () => Date): KeyStore {
  return {
    create: (key) => insertKey(database, key, now()),
    async findByHash(hash) {
      const row = await answered(database.selectFrom('api_key').select(columns).where('hash', '=', hash).executeTakeFirst());
      return row === undefined ? null : factsOf(row);
    },
    async list(tenant) {
      const query = database.selectFrom('api_key').select(columns).where('tenant_id', '=', tenant);
      return (await answered(query.orderBy('created_at').orderBy('id').execute())).map(factsOf);
    },
    async revoke({ tenant, id }) {
      const query = database.updateTable('api_key').set({ revoked_at: now() });
      const { numUpdatedRows } = await answered(
        query.where('tenant_id', '=', tenant).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst(),
      );
      return numUpdatedRows === 1n;
    },
  };
}

async function insertKey(database: Kysely<Tables>, { tenant, expiresAt, ...rest }: NewKey, now: Date) {
  const secret = secretOf(randomBytes(32));
  const named = { tenant_id: tenant, hash: hashOfSecret(secret), prefix: prefixOfSecret(secret) };
  const row = { ...rest, ...named, created_at: now, expires_at: expiresAt ?? null };
  try {
    const { id } = await database.insertInto('api_key').values(row).returning('id').executeTakeFirstOrThrow();
    return { id, secret };
  } catch (error) {
    const foreignKeyViolation = '23503';
    if (codeOf(error) === foreignKeyViolation) throw new CodedError('unknown_tenant', `there is no tenant ${tenant}`);
    throw storeError(error);
  }
}

function factsOf(row: KeyRow): KeyFacts {
  const { id, prefix, purpose, office, sector } = row;
  const times = { createdAt: row.created_at, expiresAt: row.expires_at, revokedAt: row.revoked_at };
  return { id, tenant: row.tenant_id, prefix, purpose, about: '', office, sector, ageBand: 'any-age', ...times };
}
