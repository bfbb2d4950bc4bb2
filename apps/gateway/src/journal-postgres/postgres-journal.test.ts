import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { type Journal } from '@parlance/log/node';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bytesOf, journalContract, textsFrom } from '../../../../packages/log/src/node/journal/testing/journal-contract.ts';
import { pgliteDialect } from '../store/pglite-dialect.ts';
import { type JournalTables } from './journal-tables.ts';
import { migrateJournal } from './migrate-journal.ts';
import { openPostgresJournal, openTableJournal } from './postgres-journal.ts';

const engine = new PGlite();
const database = new Kysely<JournalTables>({ dialect: pgliteDialect(engine) });
beforeAll(() => migrateJournal(database));
afterAll(() => database.destroy());

describe('the journal on the embedded database', () => {
  journalContract(() => {
    const shard = randomUUID();
    return Promise.resolve(() => openTableJournal({ database, shard }));
  });
});

let shard: string;
let journal: Journal;
beforeEach(async () => {
  shard = randomUUID();
  journal = await openTableJournal({ database, shard });
});

describe('several journals', () => {
  test('two that write the same shard share its positions', async () => {
    const other = await openTableJournal({ database, shard });
    expect(await journal.append([bytesOf('a')])).toEqual([0n]);
    expect(await other.append([bytesOf('b')])).toEqual([1n]);
    expect(await textsFrom(journal, 0n)).toEqual(await textsFrom(other, 0n));
  });

  test('shards have nothing in common', async () => {
    const other = await openTableJournal({ database, shard: randomUUID() });
    await journal.append([bytesOf('a')]);
    expect(await other.span()).toEqual({ first: 0n, next: 0n });
    await other.append([bytesOf('b')]);
    await other.truncateBefore(1n);
    expect(await textsFrom(journal, 0n)).toEqual([[0n, 'a']]);
  });

  test('a journal that ends before a position that is known is refused', async () => {
    await journal.append([bytesOf('a')]);
    await expect(openTableJournal({ database, shard, knownNext: 2n })).rejects.toMatchObject({ code: 'journal_rolled_back' });
    expect((await (await openTableJournal({ database, shard, knownNext: 1n })).span()).next).toBe(1n);
  });
});

describe('reading', () => {
  test('more records than a page come whole and in order', async () => {
    const texts = Array.from({ length: 2_500 }, (_, index) => `record ${index}`);
    await journal.append(texts.map(bytesOf));
    expect(await textsFrom(journal, 7n)).toEqual(texts.slice(7).map((text, index) => [BigInt(index + 7), text]));
  });

  test('records that are larger than a page together come whole', async () => {
    for (const byte of [1, 2]) await journal.append(Array.from({ length: 3 }, () => new Uint8Array(1_048_576).fill(byte)));
    const found: number[] = [];
    for await (const { record } of journal.read(0n)) found.push(record.length, record[9] ?? 0);
    expect(found).toEqual([1, 1, 1, 2, 2, 2].flatMap((byte) => [1_048_576, byte]));
  });

  test('a position before all and one beyond all numbers of the database are no problem', async () => {
    await expect(textsFrom(journal, -1n)).rejects.toMatchObject({ code: 'journal_position_unknown' });
    expect(await textsFrom(journal, 2n ** 70n)).toEqual([]);
  });

  test('records that are dropped while they are read are told as such', async () => {
    await journal.append(Array.from({ length: 1_500 }, (_, index) => bytesOf(String(index))));
    const reading = (async () => {
      for await (const { position } of journal.read(0n)) if (position === 0n) await journal.truncateBefore(1_400n);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'journal_position_unknown' });
  });

  test('a journal that is closed in the middle of a reading says so', async () => {
    await journal.append(['a', 'b'].map(bytesOf));
    const reading = (async () => {
      for await (const entry of journal.read(0n)) if (entry.position === 0n) await journal.close();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'journal_closed' });
  });
});

describe('a table that somebody changed', () => {
  test('a record that is missing in the middle is refused at reading', async () => {
    await journal.append(['a', 'b', 'c'].map(bytesOf));
    await sql`delete from journal_record where shard = ${shard} and position = 1`.execute(database);
    await expect(textsFrom(journal, 0n)).rejects.toMatchObject({ code: 'journal_corrupt' });
  });

  test('a record that is missing at the end is refused at reading', async () => {
    await journal.append(['a', 'b'].map(bytesOf));
    await sql`delete from journal_record where shard = ${shard} and position = 1`.execute(database);
    await expect(textsFrom(journal, 0n)).rejects.toMatchObject({ code: 'journal_corrupt' });
  });

  test('a record with another byte is refused at reading', async () => {
    await journal.append([bytesOf('yes')]);
    await sql`update journal_record set record = set_byte(record, 0, 0) where shard = ${shard}`.execute(database);
    await expect(textsFrom(journal, 0n)).rejects.toMatchObject({ code: 'journal_corrupt' });
  });

  test('a counter that was set back gives no position out twice', async () => {
    await journal.append(['a', 'b'].map(bytesOf));
    await sql`update journal_shard set next_position = 0 where shard = ${shard}`.execute(database);
    await expect(journal.append([bytesOf('c')])).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  test('a shard that is gone is not begun anew behind the back of its writers', async () => {
    await sql`delete from journal_shard where shard = ${shard}`.execute(database);
    await expect(journal.append([bytesOf('a')])).rejects.toMatchObject({ code: 'journal_corrupt' });
    await expect(journal.span()).rejects.toMatchObject({ code: 'journal_corrupt' });
  });
});

describe('a database that refuses', () => {
  test('a write that fails stops the journal, says nothing of the record, and opening it again goes on', async () => {
    await journal.append([bytesOf('before')]);
    await sql`alter table journal_record add constraint full_disk check (position < 1) not valid`.execute(database);
    const outcomes = await Promise.allSettled([journal.append([bytesOf('canary')]), journal.append([bytesOf('canary')])]);
    await sql`alter table journal_record drop constraint full_disk`.execute(database);
    expect(outcomes).toMatchObject([{ reason: { code: 'store_unavailable' } }, { reason: { code: 'store_unavailable' } }]);
    const shown = inspect(outcomes, { depth: null, showHidden: true });
    expect(shown).not.toContain('canary');
    expect(shown).not.toContain(Buffer.from('canary').toString('hex'));
    await expect(journal.append([bytesOf('c')])).rejects.toMatchObject({ code: 'journal_stopped', cause: { code: 'store_unavailable' } });
    const again = await openTableJournal({ database, shard });
    expect(await again.append([bytesOf('after')])).toEqual([1n]);
    expect(await textsFrom(again, 0n)).toEqual([
      [0n, 'before'],
      [1n, 'after'],
    ]);
  });

  test('a server that is not there is an error with a code and without its address', async () => {
    const opening = openPostgresJournal({ connection: 'postgres://me:canary@127.0.0.1:1/x', shard });
    const error: unknown = await opening.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'store_unavailable', message: expect.stringContaining('ECONNREFUSED') as string });
    const shown = inspect(error, { depth: null, showHidden: true });
    expect(shown).not.toContain('canary');
    expect(shown).not.toContain('127.0.0.1');
  });

  test('tables of a newer version are refused and left as they are', async () => {
    await sql`insert into journal_migration (name, timestamp) values ('9999-later', '')`.execute(database);
    await expect(migrateJournal(database)).rejects.toMatchObject({ code: 'store_newer' });
    await sql`delete from journal_migration where name = '9999-later'`.execute(database);
    await migrateJournal(database);
  });
});

test('appends that arrive while a write is under way go out in one statement', async () => {
  let statements = 0;
  const log = () => {
    statements++;
  };
  const counting = new Kysely<JournalTables>({ dialect: pgliteDialect(engine), log });
  const counted = await openTableJournal({ database: counting, shard });
  statements = 0;
  await Promise.all(Array.from({ length: 100 }, (_, index) => counted.append([bytesOf(String(index))])));
  expect(statements).toBe(1);
});
