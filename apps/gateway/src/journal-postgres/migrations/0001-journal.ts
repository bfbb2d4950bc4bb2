import { type Kysely, type Migration, sql } from 'kysely';

export const journal: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  // Whoever takes positions holds the row of the shard until its commit, so that records become visible in the order of their positions.
  await sql`create table journal_shard (
    shard text primary key,
    first_position bigint not null default 0 check (first_position >= 0),
    next_position bigint not null default 0,
    check (next_position >= first_position)
  )`.execute(database);

  // No foreign key: the statement that writes a record takes its position from the row of the shard, and a check of each record would take its time again.
  await sql`create table journal_record (
    shard text not null,
    position bigint not null,
    record bytea not null,
    digest bytea not null check (octet_length(digest) = 16),
    primary key (shard, position)
  )`.execute(database);

  await sql`create table journal_drainer (
    shard text primary key references journal_shard (shard),
    owner text,
    fence bigint not null default 0,
    expires_at timestamptz not null default '-infinity',
    cursor bigint not null default 0
  )`.execute(database);
}
