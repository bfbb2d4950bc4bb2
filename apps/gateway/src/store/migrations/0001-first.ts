import { type Kysely, type Migration, sql } from 'kysely';

export const first: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table tenant (
    id text primary key,
    name text not null,
    created_at timestamptz not null
  )`.execute(database);

  await sql`create table api_key (
    id uuid primary key default gen_random_uuid(),
    tenant_id text not null references tenant (id),
    hash bytea not null unique check (octet_length(hash) = 32),
    prefix text not null,
    purpose text not null check (purpose <> ''),
    office text not null check (office <> ''),
    sector text,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
  )`.execute(database);
  await sql`create index api_key_by_tenant on api_key (tenant_id, created_at)`.execute(database);

  // No foreign keys: what was used stays counted when a key or a tenant is gone, and a count is never refused.
  await sql`create table usage_day (
    tenant_id text not null,
    key_id uuid not null,
    day date not null,
    language text not null,
    requests bigint not null,
    input_tokens bigint not null,
    output_tokens bigint not null,
    omitted bigint not null,
    added bigint not null,
    primary key (tenant_id, key_id, day, language)
  )`.execute(database);

  await sql`create table usage_group (
    id uuid primary key,
    written_at timestamptz not null
  )`.execute(database);
  await sql`create index usage_group_by_time on usage_group (written_at)`.execute(database);
}
