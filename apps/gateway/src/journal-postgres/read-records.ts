import { type JournalEntry, largestAppend } from '@parlance/log/node';
import { type Kysely, sql } from 'kysely';
import { journalFault } from './journal-fault.ts';
import { journalSpan } from './journal-span.ts';
import { type JournalTables, type StoredNumber } from './journal-tables.ts';
import { recordDigest } from './record-digest.ts';

interface StoredRecord {
  readonly position: StoredNumber;
  readonly record: Uint8Array;
  readonly digest: Uint8Array;
}

interface Stretch {
  readonly from: bigint;
  /** The first position that does not belong to it. */
  readonly end: bigint;
}

const largestPage = 1_000;

/**
 * The records from a position on, up to what is there now, page by page. Positions have no gaps, so that a missing record is noticed: throws
 * `journal_position_unknown` when it was dropped, also while it is being read, and `journal_corrupt` otherwise.
 */
export async function* readRecords(database: Kysely<JournalTables>, shard: string, from: bigint): AsyncIterable<JournalEntry> {
  const { first, next: end } = await journalSpan(database, shard);
  if (from < first) throw unknownPosition(shard, from, first);
  let expected = from;
  while (expected < end) {
    const page = await readPage(database, shard, { from: expected, end });
    for (const { position, record, digest } of page) {
      if (BigInt(position) !== expected) throw await missing(database, shard, expected);
      if (!Buffer.from(digest).equals(recordDigest(record))) throw corrupt(shard, `the record of position ${String(expected)}`, 'another');
      yield { position: expected, record };
      expected += 1n;
    }
    if (page.length === 0) throw await missing(database, shard, expected);
  }
}

/** A page ends with the record that makes it as large as an append may be: many small records or a few large ones. */
async function readPage(database: Kysely<JournalTables>, shard: string, { from, end }: Stretch): Promise<readonly StoredRecord[]> {
  const { rows } = await sql<StoredRecord>`
    select position, record, digest from (
      select position, record, digest, sum(octet_length(record)) over (order by position) - octet_length(record) as before
      from (
        select position, record, digest from journal_record
        where shard = ${shard} and position >= ${String(from)}::bigint and position < ${String(end)}::bigint
        order by position limit ${largestPage}::integer
      ) as candidate
    ) as sized
    where before < ${largestAppend}::integer order by position`.execute(database);
  return rows;
}

async function missing(database: Kysely<JournalTables>, shard: string, position: bigint) {
  const { first } = await journalSpan(database, shard);
  return position < first ? unknownPosition(shard, position, first) : corrupt(shard, `a record of position ${String(position)}`, 'none');
}

function unknownPosition(shard: string, from: bigint, first: bigint) {
  return journalFault({
    ...{ code: 'journal_position_unknown', shard, expected: `a position from ${String(first)} on`, received: String(from) },
    remedy: 'read from a position that was not dropped',
  });
}

function corrupt(shard: string, expected: string, received: string) {
  const remedy = 'restore the journal from a backup; it is not repaired, because what stood there was acknowledged';
  return journalFault({ code: 'journal_corrupt', shard, expected, received, remedy });
}
