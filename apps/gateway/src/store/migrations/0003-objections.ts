import { type Kysely, type Migration, sql } from 'kysely';

export const objections: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table objection (
    number bigint primary key generated always as identity,
    code_hash bytea not null unique check (octet_length(code_hash) = 32),
    rule text not null,
    version text not null,
    pack text not null,
    law text,
    office text,
    answer text,
    reason text not null,
    language text not null,
    received date not null,
    due date not null,
    text text not null,
    state text not null default 'open' check (state in ('open', 'upheld', 'corrected', 'rejected')),
    decided date,
    decided_by text,
    reasons text,
    forget date,
    log text,
    position bigint,
    check ((state = 'open') = (decided is null))
  )`.execute(database);
  await sql`create index objection_open on objection (due, number) where state = 'open'`.execute(database);
  await sql`create index objection_to_forget on objection (forget) where forget is not null`.execute(database);
}
