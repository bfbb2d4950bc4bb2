import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { type Journal } from '@parlance/log/node';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, journalContract, textsFrom } from '../../../../packages/log/src/node/journal/testing/journal-contract.ts';
import { openPostgresJournal } from './index.ts';
import { type PostgresServer, startPostgres } from './testing/postgres-server.ts';

let server: PostgresServer;
let database: string;
beforeAll(async () => {
  server = await startPostgres();
  database = await server.freshDatabase();
});
afterAll(() => {
  server.remove();
});

const open = (shard: string, name = database) => openPostgresJournal({ connection: server.addressOf(name), shard });

describe('the journal on PostgreSQL, as a role that is not superuser', () => {
  journalContract(() => {
    const shard = randomUUID();
    return Promise.resolve(() => open(shard));
  });
});

test('a pool of the caller serves the journal and stays open', async () => {
  const pool = new pg.Pool({ connectionString: server.addressOf(database), max: 2 });
  const journal = await openPostgresJournal({ connection: pool, shard: randomUUID() });
  const positions = await journal.append(['a', 'b'].map(bytesOf));
  expect(await textsFrom(journal, 0n)).toEqual(positions.map((position, index) => [position, ['a', 'b'][index]]));
  await journal.close();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});

describe('many writers at once', () => {
  test('journals that start together on an empty database all start', async () => {
    const empty = await server.freshDatabase();
    const journals = await Promise.all(Array.from({ length: 5 }, () => open('s', empty)));
    const positions = await Promise.all(journals.map((journal) => journal.append([bytesOf('a')])));
    expect(new Set(positions.flat())).toEqual(new Set([0n, 1n, 2n, 3n, 4n]));
    await Promise.all(journals.map((journal) => journal.close()));
  });

  test('a reader never sees a position before an earlier one', async () => {
    const shard = randomUUID();
    const writers = await Promise.all(Array.from({ length: 8 }, () => open(shard)));
    const reader = await open(shard);
    const writing = new AbortController();
    const written = Promise.all(writers.map((writer, index) => writeFor(writer, String(index), 2_000))).finally(() => {
      writing.abort();
    });
    const seen: string[] = [];
    let next = 0n;
    let readings = 0;
    do {
      // `read` refuses a gap itself; here it is asked of each position again.
      for (const [position, text] of await textsFrom(reader, next)) {
        expect(position).toBe(next);
        seen.push(text);
        next = position + 1n;
      }
      readings++;
    } while (!writing.signal.aborted || next < (await reader.span()).next);
    const acknowledged = new Map((await written).flat());
    expect(readings).toBeGreaterThan(50);
    expect(seen.length).toBe(acknowledged.size);
    expect(seen.filter((text, index) => acknowledged.get(BigInt(index)) !== text)).toEqual([]);
    await Promise.all([...writers, reader].map((journal) => journal.close()));
  });
});

test('each append waits for the disk, whatever the role has set', async () => {
  const name = await server.freshDatabase();
  const journal = await open('s', name);
  await server.asSuperuser(
    name,
    `alter role parlance in database ${name} set synchronous_commit = off`,
    'create table seen (setting text)',
    `create function note() returns trigger security definer language plpgsql as
      $$ begin insert into seen values (current_setting('synchronous_commit')); return null; end $$`,
    // Deferred: it looks at the setting in the commit itself.
    'create constraint trigger noting after insert on journal_record deferrable initially deferred for each row execute function note()',
  );
  await journal.close();
  const again = await open('s', name);
  await again.append([bytesOf('a')]);
  expect(await server.asSuperuser(name, 'select setting from seen')).toEqual([{ setting: 'on' }]);
  await again.close();
});

describe('when the database fails', () => {
  test('a server that dies again and again loses nothing that was acknowledged, and doubles nothing', async () => {
    const shard = randomUUID();
    const acknowledged = new Map<bigint, string>();
    const asked = new Set<string>();
    let knownNext = 0n;
    for (let life = 0; life < 5; life++) {
      const journal = await openPostgresJournal({ connection: server.addressOf(database), shard, knownNext });
      const working = Array.from({ length: 20 }, async (_, worker) => {
        for (let count = 0; ; count++) {
          const text = `${life}/${worker}/${count}`;
          asked.add(text);
          const [position = -1n] = await journal.append([bytesOf(text)]);
          acknowledged.set(position, text);
        }
      });
      const outcomes = Promise.allSettled(working);
      await sleep(300);
      server.crash();
      const codes = (await outcomes).map((outcome) => (outcome.status === 'rejected' ? codeOf(outcome.reason) : null));
      expect(new Set(codes)).toEqual(new Set(['store_unavailable']));
      await expect(journal.append([bytesOf('x')])).rejects.toMatchObject({ code: 'journal_stopped' });
      await journal.close();
      server.start();
      knownNext = [...acknowledged.keys()].reduce((next, position) => (position >= next ? position + 1n : next), 0n);
    }
    const journal = await open(shard);
    const found = await textsFrom(journal, 0n);
    const texts = new Map(found);
    expect(acknowledged.size).toBeGreaterThan(500);
    expect([...acknowledged].filter(([position, text]) => texts.get(position) !== text)).toEqual([]);
    expect(new Set(texts.values()).size).toBe(found.length);
    expect(found.filter(([, text]) => !asked.has(text))).toEqual([]);
    await journal.close();
  }, 240_000);

  test('a writer whose connection is cut while it waits is told so, without a word of its record', async () => {
    const shard = randomUUID();
    const journal = await open(shard);
    const blocker = new pg.Client({ connectionString: server.addressOf(database) });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('select from journal_shard where shard = $1 for update', [shard]);
    const failing = journal.append([bytesOf('canary')]).catch((error: unknown) => error);
    await sleep(200);
    await server.asSuperuser('postgres', `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'`);
    const error = await failing;
    expect(error).toMatchObject({ code: 'store_unavailable' });
    const shown = inspect(error, { depth: null, showHidden: true });
    for (const secret of ['canary', Buffer.from('canary').toString('hex'), 'correct horse']) expect(shown).not.toContain(secret);
    await blocker.query('rollback');
    await blocker.end();
    await journal.close();
    const again = await open(shard);
    expect(await again.append([bytesOf('after')])).toEqual([0n]);
    await again.close();
  });

  test('an isolation level at which writers would fail each other is refused', async () => {
    const name = await server.freshDatabase();
    await server.asSuperuser(name, `alter database ${name} set default_transaction_isolation = 'repeatable read'`);
    const message = expect.stringContaining('found repeatable read') as string;
    await expect(open('s', name)).rejects.toMatchObject({ code: 'store_unavailable', message });
  });

  test('a database that may not be written is named as such', async () => {
    const name = await server.freshDatabase();
    await (await open('s', name)).close();
    await server.asSuperuser(name, `alter database ${name} set default_transaction_read_only = on`);
    await expect(open('s', name)).rejects.toMatchObject({ code: 'disk_read_only' });
  });
});

async function writeFor(journal: Journal, name: string, milliseconds: number): Promise<readonly (readonly [bigint, string])[]> {
  const written: (readonly [bigint, string])[] = [];
  const end = performance.now() + milliseconds;
  for (let count = 0; performance.now() < end; count++) {
    const texts = Array.from({ length: 1 + (count % 3) }, (_, index) => `${name}/${count}/${index}`);
    const positions = await journal.append(texts.map(bytesOf));
    written.push(...positions.map((position, index) => [position, texts[index] ?? ''] as const));
  }
  return written;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
