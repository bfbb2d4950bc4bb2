import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pgliteDialect } from './pglite-dialect.ts';

interface Tables {
  readonly counter: { readonly id: number; readonly value: number };
}

const database = new Kysely<Tables>({ dialect: pgliteDialect(new PGlite()) });
const value = async () => (await database.selectFrom('counter').select('value').where('id', '=', 1).executeTakeFirstOrThrow()).value;

beforeAll(async () => {
  await sql`create table counter (id integer primary key, value integer not null check (value < 1000))`.execute(database);
});
beforeEach(async () => {
  await database.deleteFrom('counter').execute();
  await database.insertInto('counter').values({ id: 1, value: 0 }).execute();
});
afterAll(() => database.destroy());

/** Reads, lets everybody else go first, then writes what it read plus one. */
const increment = () =>
  database.transaction().execute(async (transaction) => {
    const { value: before } = await transaction.selectFrom('counter').select('value').executeTakeFirstOrThrow();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await transaction
      .updateTable('counter')
      .set({ value: before + 1 })
      .execute();
  });

describe('transactions on one session', () => {
  test('transactions that start together run one after the other', async () => {
    await Promise.all(Array.from({ length: 10 }, increment));
    expect(await value()).toBe(10);
  });

  test('a statement outside does not slip into a transaction that is rolled back', async () => {
    const failing = database.transaction().execute(async (transaction) => {
      await transaction.updateTable('counter').set({ value: 500 }).execute();
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('rolled back');
    });
    const outside = database.insertInto('counter').values({ id: 2, value: 7 }).execute();
    await expect(failing).rejects.toThrow('rolled back');
    await outside;
    expect(await database.selectFrom('counter').selectAll().orderBy('id').execute()).toEqual([
      { id: 1, value: 0 },
      { id: 2, value: 7 },
    ]);
  });

  test('a statement that fails takes its transaction with it and nothing else', async () => {
    const failing = database.transaction().execute(async (transaction) => {
      await transaction.updateTable('counter').set({ value: 5 }).execute();
      await transaction.updateTable('counter').set({ value: 1000 }).execute();
    });
    await Promise.all([expect(failing).rejects.toMatchObject({ code: '23514' }), increment()]);
    expect(await value()).toBe(1);
  });

  test('isolation level and access mode reach the database', async () => {
    const run = database.transaction().setIsolationLevel('serializable').setAccessMode('read only');
    const shown = await run.execute((transaction) =>
      sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(transaction),
    );
    expect(shown.rows).toEqual([{ level: 'serializable' }]);
    await expect(run.execute((transaction) => transaction.deleteFrom('counter').execute())).rejects.toMatchObject({ code: '25006' });
  });

  test('a change says how many rows it touched', async () => {
    expect((await database.updateTable('counter').set({ value: 1 }).executeTakeFirst()).numUpdatedRows).toBe(1n);
    expect((await database.deleteFrom('counter').where('id', '=', 99).executeTakeFirst()).numDeletedRows).toBe(0n);
  });

  test('closing waits for the transaction that runs', async () => {
    const other = new Kysely<Tables>({ dialect: pgliteDialect(new PGlite()) });
    const running = other.connection().execute(async (connection) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return (await sql<{ one: number }>`select 1 as one`.execute(connection)).rows;
    });
    await sql`select 1`.execute(other);
    const late = other.connection().execute((connection) => sql`select 2`.execute(connection));
    await Promise.all([late, other.destroy()]);
    expect(await running).toEqual([{ one: 1 }]);
  });
});
