import { type Kysely, type Migration, Migrator } from 'kysely';
import { databaseFault, journalFault } from './journal-fault.ts';
import { type JournalTables } from './journal-tables.ts';
import { journal } from './migrations/0001-journal.ts';

/** In order; a migration that was released is never changed. */
const migrations: Readonly<Record<string, Migration>> = { '0001-journal': journal };

/**
 * Brings the tables of the journal to the newest form, all or nothing. They have a list of migrations of their own, because the journal may stand in
 * another database than the store. Throws `store_newer`, `store_unavailable` and the `disk_...` codes.
 */
export async function migrateJournal(database: Kysely<JournalTables>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: 'journal_migration',
    migrationLockTableName: 'journal_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw journalFault({
      ...{ code: 'store_newer', shard: 'tables', expected: 'migrations of this version', received: 'a later one' },
      remedy: 'start the version that made the tables',
    });
  }
  throw databaseFault('tables', error);
}
