import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pgliteDialect } from '../store/pglite-dialect.ts';
import { acquireDrainerLease, type DrainerLease } from './drainer-lease.ts';
import { type JournalTables } from './journal-tables.ts';
import { migrateJournal } from './migrate-journal.ts';
import { openTableJournal } from './postgres-journal.ts';

const database = new Kysely<JournalTables>({ dialect: pgliteDialect(new PGlite()) });
beforeAll(async () => {
  await migrateJournal(database);
  await sql`create table drained (shard text)`.execute(database);
});
afterAll(() => database.destroy());

let shard: string;
beforeEach(async () => {
  shard = randomUUID();
  const journal = await openTableJournal({ database, shard });
  await journal.append(Array.from({ length: 10 }, () => new Uint8Array()));
});

const acquire = (duration = 60_000) => acquireDrainerLease({ database, shard, owner: 'a drainer', duration });

async function acquired(duration?: number): Promise<DrainerLease> {
  const lease = await acquire(duration);
  if (lease === null) throw new Error('another drainer has the lease');
  return lease;
}

/** A lease that ran out, and the one that came after it. */
async function twoLeases(): Promise<readonly [DrainerLease, DrainerLease]> {
  const old = await acquired(1);
  await sleep(10);
  return [old, await acquired()];
}

const move = (lease: DrainerLease, position: bigint) =>
  database.transaction().execute((transaction) => lease.moveCursor(transaction, position));

const kept = () => database.selectFrom('journal_drainer').select(['owner', 'fence', 'cursor']).where('shard', '=', shard).execute();

describe('who has the lease', () => {
  test('of many that ask at once, one gets it', async () => {
    const leases = await Promise.all(Array.from({ length: 10 }, () => acquire()));
    expect(leases.filter((lease) => lease !== null).length).toBe(1);
  });

  test('shards have drainers of their own', async () => {
    await acquired();
    const other = randomUUID();
    await openTableJournal({ database, shard: other });
    expect(await acquireDrainerLease({ database, shard: other, owner: 'another', duration: 1_000 })).not.toBeNull();
  });

  test('a lease that ran out goes to the next, with a higher fencing number', async () => {
    const [old, next] = await twoLeases();
    expect(next.fence > old.fence).toBe(true);
  });

  test('a lease that was renewed does not run out', async () => {
    const lease = await acquired(300);
    await sleep(200);
    await lease.renew();
    await sleep(200);
    expect(await acquire()).toBeNull();
  });

  test('a lease that ran out and that nobody took is renewed', async () => {
    const lease = await acquired(100);
    await sleep(150);
    await lease.renew();
    expect(await acquire()).toBeNull();
  });

  test('a lease that was released goes to the next at once, which begins where the last one ended', async () => {
    const old = await acquired();
    await move(old, 4n);
    await old.release();
    const next = await acquired();
    expect([next.cursor, next.fence > old.fence]).toEqual([4n, true]);
  });
});

describe('a lease that was lost', () => {
  test.each([
    ['to the next drainer', twoLeases],
    [
      'by releasing it',
      async () => {
        const old = await acquired();
        await old.release();
        return [old] as const;
      },
    ],
  ])('%s changes nothing any more', async (_title, lose) => {
    const [old] = await lose();
    const before = await kept();
    await expect(move(old, 5n)).rejects.toMatchObject({ code: 'lease_lost' });
    await expect(old.renew()).rejects.toMatchObject({ code: 'lease_lost' });
    await old.release();
    expect(await kept()).toEqual(before);
  });

  test('takes everything else of a guarded transaction with it', async () => {
    const [old] = await twoLeases();
    const draining = database.transaction().execute(async (transaction) => {
      await sql`insert into drained values (${shard})`.execute(transaction);
      await old.guard(transaction);
    });
    await expect(draining).rejects.toMatchObject({ code: 'lease_lost' });
    expect((await sql`select from drained where shard = ${shard}`.execute(database)).rows).toEqual([]);
  });
});

describe('the cursor', () => {
  test('moves with the rest of its transaction, or not at all', async () => {
    const lease = await acquired();
    const draining = database.transaction().execute(async (transaction) => {
      await lease.moveCursor(transaction, 3n);
      throw new Error('rolled back');
    });
    await expect(draining).rejects.toThrow('rolled back');
    expect(await kept()).toMatchObject([{ cursor: 0 }]);
  });

  test.each([2n, 11n, -1n, 2n ** 70n])('is refused at %s, when it is 3 and the journal ends at 10', async (position) => {
    const lease = await acquired();
    await move(lease, 3n);
    await expect(move(lease, position)).rejects.toMatchObject({ code: 'cursor_refused' });
    for (const allowed of [3n, 10n]) await move(lease, allowed);
  });
});
