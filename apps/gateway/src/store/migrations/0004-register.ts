import { type Kysely, type Migration, sql } from 'kysely';

export const register: Migration = { up };

/** What is read of the log for the register of mediations: all of it can be made again from the log. */
async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table register_log (
    log text primary key,
    size bigint not null
  )`.execute(database);

  await sql`create table register_cell (
    log text not null,
    cell integer not null,
    month text not null,
    subject text not null,
    language text,
    count bigint not null,
    newest bytea not null,
    primary key (log, cell)
  )`.execute(database);

  await sql`create table register_block (
    log text not null,
    cell integer not null,
    first bigint not null,
    positions bytea not null,
    primary key (log, cell, first)
  )`.execute(database);

  await sql`create table register_struck (
    log text not null,
    position bigint not null,
    primary key (log, position)
  )`.execute(database);
}
