import { type Kysely, sql } from 'kysely';
import { type JournalTables, type StoredNumber } from './journal-tables.ts';

const largestDrop = 10_000;

/**
 * First says from where on can be read, then drops what stands before, a part at a time, so that no writer waits for it. A position that was dropped
 * before changes nothing. What a crash leaves over goes at the next call.
 */
export async function dropRecords(database: Kysely<JournalTables>, shard: string, position: bigint): Promise<void> {
  const { rows } = await sql<{ readonly first_position: StoredNumber }>`
    update journal_shard set first_position = greatest(first_position, least(next_position, ${String(position)}::numeric))::bigint
    where shard = ${shard} returning first_position`.execute(database);
  const first = String(rows[0]?.first_position ?? 0);
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from journal_record where shard = ${shard} and position in (
        select position from journal_record where shard = ${shard} and position < ${first}::bigint
        order by position limit ${largestDrop}::integer for update skip locked
      )`.execute(database);
    if (numAffectedRows < BigInt(largestDrop)) return;
  }
}
