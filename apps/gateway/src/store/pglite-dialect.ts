import { type PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely';

/**
 * Kysely on PGlite. PGlite is one session of PostgreSQL, so that two transactions at once would be one; the driver
 * hands the session to one user at a time, in the order in which they asked. Whoever holds it inside a transaction must
 * use the transaction alone: a call to the database itself would wait for ever.
 */
export function pgliteDialect(database: PGlite): Dialect {
  return {
    createDriver: () => pgliteDriver(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  };
}

function pgliteDriver(database: PGlite): Driver {
  const connection = pgliteConnection(database);
  let lastInLine: Promise<void> = Promise.resolve();
  let passOn: () => void = () => undefined;
  const run = async (statement: string) => {
    await connection.executeQuery(CompiledQuery.raw(statement));
  };
  return {
    init: () => database.waitReady,
    async acquireConnection() {
      const before = lastInLine;
      let done: () => void = () => undefined;
      lastInLine = new Promise((resolve) => {
        done = resolve;
      });
      await before;
      passOn = done;
      return connection;
    },
    releaseConnection() {
      passOn();
      return Promise.resolve();
    },
    beginTransaction: (_connection, settings) => run(beginning(settings)),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    async destroy() {
      await lastInLine;
      await database.close();
    },
  };
}

function beginning({ isolationLevel, accessMode }: TransactionSettings): string {
  const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
  return `start transaction${isolation}${accessMode === undefined ? '' : ` ${accessMode}`}`;
}

function pgliteConnection(database: PGlite): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const { rows, affectedRows } = await database.query<Row>(sql, [...parameters]);
      return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) };
    },
    streamQuery() {
      throw new TypeError('PGlite does not stream rows');
    },
  };
}
