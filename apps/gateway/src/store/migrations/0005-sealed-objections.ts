import { type Kysely, type Migration, sql } from 'kysely';

/** Texts are sealed under keys that are files; `store/seal-old-texts.ts` seals those that stand in clear. */
export const sealedObjections: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  await sql`alter table objection
    alter column text drop not null,
    add column text_key text,
    add column sealed_text bytea,
    add column sealed_reasons bytea,
    add column decision_id text,
    add column stated_by text`.execute(database);
  await sql`update objection set text = null where state <> 'open' and forget is null`.execute(database);
  // 122 random bits; a decision that the log tells already keeps its leaf, which names none.
  await sql`update objection set decision_id = replace(gen_random_uuid()::text, '-', '') where state <> 'open'`.execute(database);
  await sql`create index objection_unlogged on objection (number) where state <> 'open' and position is null`.execute(database);
}
