import { CodedError } from '@parlance/core';
import { type Kysely, type Migration, Migrator } from 'kysely';
import { first } from './migrations/0001-first.ts';
import { citations } from './migrations/0002-citations.ts';
import { objections } from './migrations/0003-objections.ts';
import { register } from './migrations/0004-register.ts';
import { sealedObjections } from './migrations/0005-sealed-objections.ts';
import { registerTotals } from './migrations/0006-register-totals.ts';
import { registerSector } from './migrations/0007-register-sector.ts';
import { registerChanged } from './migrations/0008-register-changed.ts';
import { objectionKept } from './migrations/0009-objection-kept.ts';
import { storeError } from './store-error.ts';

/** In order; a migration that was released is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-citations': citations,
  '0003-objections': objections,
  '0004-register': register,
  '0005-sealed-objections': sealedObjections,
  '0006-register-totals': registerTotals,
  '0007-register-sector': registerSector,
  '0008-register-changed': registerChanged,
  '0009-objection-kept': objectionKept,
};

/**
 * Brings the database to the newest form, all or nothing. Servers that start at the same moment wait for each other.
 * Throws `store_newer` when the database knows a migration that this version does not, `store_unavailable` otherwise.
 */
export async function migrate<Database>(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    // Names of our own, because other programs that use Kysely may live in the same database.
    migrationTableName: 'parlance_migration',
    migrationLockTableName: 'parlance_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new CodedError('store_newer', 'the database was made by a newer version of Parlance; start that version, or restore a backup');
  }
  throw storeError(error);
}
