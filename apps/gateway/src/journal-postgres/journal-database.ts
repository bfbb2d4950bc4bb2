import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { postgresDialect } from '../store/open-database.ts';
import { answered, journalFault } from './journal-fault.ts';
import { type JournalTables } from './journal-tables.ts';
import { migrateJournal } from './migrate-journal.ts';

export interface JournalDatabase {
  readonly database: Kysely<JournalTables>;
  /** Ends the connections that were opened for the journal. */
  readonly close: () => Promise<void>;
}

/**
 * The tables of the journal, in their newest form. A pool stays the caller's; an address, `postgres://...`, gets a pool of its own. Throws `store_newer`,
 * `store_unavailable` and the `disk_...` codes.
 */
export async function openJournalDatabase(connection: string | pg.Pool): Promise<JournalDatabase> {
  const isOwn = typeof connection === 'string';
  const dialect = isOwn ? postgresDialect(connection) : new PostgresDialect({ pool: connection });
  const database = new Kysely<JournalTables>({ dialect });
  const close = () => (isOwn ? database.destroy() : Promise.resolve());
  try {
    await requireReadCommitted(database);
    await migrateJournal(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, close };
}

/** At a higher level, writers that meet at the row of a shard would not wait for each other but fail. */
async function requireReadCommitted(database: Kysely<JournalTables>): Promise<void> {
  const asking = sql<{ readonly level: string }>`select current_setting('default_transaction_isolation') as level`.execute(database);
  const [row] = (await answered('tables', asking)).rows;
  const level = row?.level ?? 'none';
  if (level === 'read committed') return;
  throw journalFault({
    ...{ code: 'store_unavailable', shard: 'tables', expected: 'the default isolation level read committed', received: level },
    remedy: 'set default_transaction_isolation of the role to it',
  });
}
