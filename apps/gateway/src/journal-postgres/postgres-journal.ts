import { groupCommit, type Journal, type JournalEntry, largestAppend, largestRecord } from '@parlance/log/node';
import { type Kysely } from 'kysely';
import type pg from 'pg';
import { dropRecords } from './drop-records.ts';
import { openJournalDatabase } from './journal-database.ts';
import { answered, databaseFault, journalFault } from './journal-fault.ts';
import { journalSpan } from './journal-span.ts';
import { type JournalTables } from './journal-tables.ts';
import { readRecords } from './read-records.ts';
import { writeRecords } from './write-records.ts';

interface ShardOptions {
  /** Which log the records are for. Shards share the tables and nothing else. */
  readonly shard: string;
  /** A position that is known to be acknowledged; a journal that does not reach it was rolled back, and is refused. */
  readonly knownNext?: bigint;
}

export interface PostgresJournalOptions extends ShardOptions {
  /** An address, `postgres://...`; or a pool, which stays the caller's. */
  readonly connection: string | pg.Pool;
}

export interface TableJournalOptions extends ShardOptions {
  /** With the tables in their newest form. It stays the caller's. */
  readonly database: Kysely<JournalTables>;
}

/**
 * A journal in PostgreSQL, which any number of processes may write at once. Throws `journal_rolled_back`, `store_newer`, `store_unavailable` and the
 * `disk_...` codes. An append that is refused with one of the latter two may have happened, or happen a moment later; open the journal again to go on.
 */
export async function openPostgresJournal({ connection, ...options }: PostgresJournalOptions): Promise<Journal> {
  const { database, close } = await openJournalDatabase(connection);
  try {
    const journal = await openTableJournal({ database, ...options });
    return { ...journal, close: () => journal.close().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same on a database that is open already. */
export async function openTableJournal({ database, shard, knownNext = 0n }: TableJournalOptions): Promise<Journal> {
  await answered(shard, addShard(database, shard));
  const { next } = await answered(shard, journalSpan(database, shard));
  if (next >= knownNext) return journalOf(database, shard);
  throw journalFault({
    ...{ code: 'journal_rolled_back', shard, expected: `records up to position ${String(knownNext)}`, received: String(next) },
    remedy: 'restore the newest backup of the database; opening this one would give positions out twice',
  });
}

function journalOf(database: Kysely<JournalTables>, shard: string): Journal {
  let isClosed = false;
  const commits = groupCommit({
    // A commit whose answer was lost may have happened.
    write: (records) =>
      writeRecords(database, shard, records).catch((error: unknown) => {
        throw databaseFault(shard, error);
      }),
    stopped: (cause) => stopped(shard, cause),
  });
  const open = () => {
    if (isClosed) throw closed(shard);
  };
  return {
    async append(records) {
      open();
      refuseTooLarge(shard, records);
      return records.length === 0 ? [] : commits.add(records);
    },
    read: (from) => readOpen(shard, open, readRecords(database, shard, from)),
    async span() {
      open();
      return answered(shard, journalSpan(database, shard));
    },
    async truncateBefore(position) {
      open();
      await answered(shard, dropRecords(database, shard, position));
    },
    async close() {
      isClosed = true;
      await commits.idle();
    },
  };
}

async function addShard(database: Kysely<JournalTables>, shard: string): Promise<void> {
  await database
    .insertInto('journal_shard')
    .values({ shard })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A journal may be closed while somebody reads: between two records that is told as what it is. */
async function* readOpen(shard: string, open: () => void, entries: AsyncIterable<JournalEntry>): AsyncIterable<JournalEntry> {
  open();
  try {
    for await (const entry of entries) {
      yield entry;
      open();
    }
  } catch (error) {
    throw databaseFault(shard, error);
  }
}

function refuseTooLarge(shard: string, records: readonly Uint8Array[]): void {
  const total = records.reduce((sum, record) => sum + record.length, 0);
  const largest = records.reduce((size, record) => Math.max(size, record.length), 0);
  if (largest <= largestRecord && total <= largestAppend) return;
  throw journalFault({
    ...{ code: 'record_refused', shard, expected: `records of at most ${largestRecord} bytes, ${largestAppend} together` },
    ...{ received: `one of ${largest}, ${total} together`, remedy: 'append less at once' },
  });
}

function closed(shard: string) {
  return journalFault({ code: 'journal_closed', shard, expected: 'an open journal', received: 'a closed one', remedy: 'open it again' });
}

function stopped(shard: string, cause: unknown) {
  return journalFault({
    ...{ code: 'journal_stopped', shard, expected: 'a journal that can be written', received: 'a write that failed earlier', cause },
    remedy: 'see to the cause that was reported then, and open the journal again',
  });
}
