import { type Kysely, sql } from 'kysely';
import { durably } from './durably.ts';
import { journalFault } from './journal-fault.ts';
import { type JournalTables, type StoredNumber } from './journal-tables.ts';
import { digestSize, recordDigest } from './record-digest.ts';

/**
 * Takes positions and writes records, in one statement that is one transaction; gives back the first position. The row of the shard is locked until the
 * commit, and no client stands between the lock and the commit: one that is paused or cut off holds up nobody. A record becomes visible before the lock
 * is free, so that nobody ever sees a position before an earlier one.
 */
export async function writeRecords(database: Kysely<JournalTables>, shard: string, records: readonly Uint8Array[]): Promise<bigint> {
  const count = String(records.length);
  const { rows } = await sql<{ readonly first: StoredNumber }>`
    with taken as (
      update journal_shard set next_position = next_position + ${count}::bigint
      where shard = ${shard} and ${durably}
      returning next_position - ${count}::bigint as first
    ), written as (
      insert into journal_record (shard, position, record, digest)
      select ${shard}, taken.first + part.number - 1,
        substring(${Buffer.concat(records)}::bytea from part.start for part.size),
        substring(${Buffer.concat(records.map(recordDigest))}::bytea from (part.number::integer - 1) * ${digestSize}::integer + 1 for ${digestSize}::integer)
      from taken, unnest(${startsOf(records)}::integer[], ${records.map(({ length }) => length)}::integer[])
        with ordinality as part (start, size, number)
    )
    select first from taken`.execute(database);
  const [taken] = rows;
  if (taken === undefined) throw unknownShard(shard);
  return BigInt(taken.first);
}

/** Where each record starts among the bytes of all; the first byte has the number 1. */
function startsOf(records: readonly Uint8Array[]): readonly number[] {
  let next = 1;
  return records.map(({ length }) => {
    const start = next;
    next += length;
    return start;
  });
}

/** Its row is made when a journal is opened, and nothing of ours removes it. */
export function unknownShard(shard: string) {
  return journalFault({
    ...{ code: 'journal_corrupt', shard, expected: 'its row in journal_shard', received: 'none' },
    remedy: 'restore the tables of the journal from a backup',
  });
}
