import { type Kysely, type Migration, sql } from 'kysely';

export const objectionKept: Migration = { up };

/** For how many days after the decision somebody was told that their words are kept: a longer time that comes to hold later is not theirs. Not known of those who objected before. */
async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table objection add column kept_days integer`.execute(database);
}
