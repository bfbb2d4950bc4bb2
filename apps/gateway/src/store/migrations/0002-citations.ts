import { type Kysely, type Migration, sql } from 'kysely';

export const citations: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create table citation_day (
    day date not null,
    pack text not null,
    publisher text not null,
    language text not null,
    shown bigint not null,
    cited bigint not null,
    primary key (day, pack, publisher, language)
  )`.execute(database);
}
