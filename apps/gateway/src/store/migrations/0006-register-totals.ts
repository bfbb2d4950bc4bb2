import { type Kysely, type Migration, sql } from 'kysely';

export const registerTotals: Migration = { up };

/** What rates are made of. The register is emptied, because what was read of the logs before did not count this; servers read it again by themselves. */
async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table register_month (
    log text not null,
    month text not null,
    answers bigint not null,
    primary key (log, month)
  )`.execute(database);

  await sql`create table register_decision (
    log text not null,
    decision text not null,
    rule text not null,
    outcome text not null,
    primary key (log, decision)
  )`.execute(database);

  for (const table of ['register_log', 'register_cell', 'register_block', 'register_struck'])
    await sql`delete from ${sql.table(table)}`.execute(database);
}
