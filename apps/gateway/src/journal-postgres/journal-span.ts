import { type JournalSpan } from '@parlance/log/node';
import { type Kysely } from 'kysely';
import { type JournalTables } from './journal-tables.ts';
import { unknownShard } from './write-records.ts';

export async function journalSpan(database: Kysely<JournalTables>, shard: string): Promise<JournalSpan> {
  const query = database.selectFrom('journal_shard').select(['first_position', 'next_position']).where('shard', '=', shard);
  const row = await query.executeTakeFirst();
  if (row === undefined) throw unknownShard(shard);
  return { first: BigInt(row.first_position), next: BigInt(row.next_position) };
}
