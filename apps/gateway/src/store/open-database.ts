import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pgliteDialect } from './pglite-dialect.ts';

/** Object identifiers of built-in types (PostgreSQL, `pg_type.dat`). */
const int8 = 20;
const date = 1082;

/** Both drivers give counts as `bigint` and days as the text `YYYY-MM-DD`, which no time zone can move. */
const parseCount = (text: string) => BigInt(text);
const parseDay = (text: string) => text;

/** PostgreSQL in this process, in `<dataFolder>/state`. The caller owns the folder: PGlite does not notice a second process. */
export async function embeddedDialect(dataFolder: string): Promise<Dialect> {
  const folder = join(dataFolder, 'state');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return pgliteDialect(await PGlite.create({ dataDir: folder, parsers: { [int8]: parseCount, [date]: parseDay } }));
}

/** A PostgreSQL server, through at most ten connections. */
export function postgresDialect(databaseUrl: string): Dialect {
  const types = new pg.TypeOverrides();
  types.setTypeParser(int8, parseCount);
  types.setTypeParser(date, parseDay);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'parlance',
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    types,
  });
  // A connection that breaks, idle or at work, is replaced by the pool and fails its query; without listeners it would also
  // end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
