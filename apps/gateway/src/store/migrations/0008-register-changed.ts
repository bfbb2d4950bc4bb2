import { type Kysely, type Migration, sql } from 'kysely';

export const registerChanged: Migration = { up };

/** Where each cell was changed last, so that a server reads again what has changed alone. The register is emptied, because what was read of the logs before did not note it; servers read it again by themselves. */
async function up(database: Kysely<unknown>): Promise<void> {
  for (const table of ['register_log', 'register_cell', 'register_block', 'register_struck', 'register_month', 'register_decision'])
    await sql`delete from ${sql.table(table)}`.execute(database);

  await sql`alter table register_cell add column changed bigint not null`.execute(database);
  await sql`create index register_cell_changed on register_cell (log, changed)`.execute(database);
}
