import { type Kysely, type Migration, sql } from 'kysely';

export const registerSector: Migration = { up };

/** The sector of entries. The register is emptied, because what was read of the logs before did not look for it; servers read it again by themselves. */
async function up(database: Kysely<unknown>): Promise<void> {
  for (const table of ['register_log', 'register_cell', 'register_block', 'register_struck', 'register_month', 'register_decision'])
    await sql`delete from ${sql.table(table)}`.execute(database);

  await sql`alter table register_cell add column sector text`.execute(database);
}
