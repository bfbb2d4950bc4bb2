import { type Kysely } from 'kysely';
import { type Tables, type TenantId } from './schema.ts';
import { answered } from './store-error.ts';

export interface TenantStore {
  /** Makes the tenant unless it is there; a tenant that is there keeps its name. */
  ensure(tenant: { readonly id: TenantId; readonly name: string }): Promise<void>;
}

export function createTenantStore(database: Kysely<Tables>, now: () => Date): TenantStore {
  return {
    async ensure({ id, name }) {
      const row = { id, name, created_at: now() };
      await answered(
        database
          .insertInto('tenant')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute(),
      );
    },
  };
}
