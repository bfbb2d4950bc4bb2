import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isTenantId } from './schema.ts';
import { openStore } from './store.ts';
import { storeContract } from './testing/store-contract.ts';
import { UsageWriter } from './usage-writer.ts';

const isRoot = process.getuid?.() === 0;

/** The newest server of Debian's packages. */
function binaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((left, right) => Number(right) - Number(left)) : [];
  const version = versions.find((candidate) => existsSync(join(root, candidate, 'bin', 'initdb')));
  if (version === undefined) throw new Error(`this test needs PostgreSQL in ${root}; install it with: apt-get install postgresql`);
  return join(root, version, 'bin');
}

/** PostgreSQL refuses to run as root, so that root hands over to the user that Debian makes for it. */
function run(program: string, ...parameters: readonly string[]): string {
  const command = [join(binaries(), program), ...parameters];
  const [file = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  return execFileSync(file, rest, { cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const password = 'correct horse';
const root = mkdtempSync(join(tmpdir(), 'parlance-postgres-'));
const data = join(root, 'data');

function startServer(): void {
  run('pg_ctl', 'start', '--wait', '--silent', '-D', data, '-l', join(root, 'log'), '-o', `-k ${root} -c listen_addresses= -c fsync=off`);
}

/** Like a crash of the server: without a last word to its clients. */
function crashServer(): void {
  run('pg_ctl', 'stop', '--wait', '--silent', '-D', data, '-m', 'immediate');
}

function addressOf(database: string, secret = password): string {
  return `postgres:///${database}?${new URLSearchParams({ host: root, user: 'parlance', password: secret }).toString()}`;
}

async function asSuperuser<Row extends pg.QueryResultRow>(database: string, ...statements: readonly string[]): Promise<readonly Row[]> {
  const client = new pg.Client({ host: root, user: 'postgres', database });
  await client.connect();
  try {
    let rows: readonly Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const freshDatabase = async (owner = 'parlance') => {
  const name = `d${randomUUID().replaceAll('-', '')}`;
  await asSuperuser('postgres', `create database ${name} owner ${owner}`);
  return name;
};

const open = (database: string) => openStore({ databaseUrl: addressOf(database), dataFolder: root });

beforeAll(async () => {
  if (isRoot) chownSync(root, Number(execFileSync('id', ['-u', 'postgres'])), -1);
  run('initdb', '--no-sync', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', data);
  writeFileSync(join(data, 'pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n');
  startServer();
  await asSuperuser('postgres', `create role parlance login nosuperuser password '${password}'`, 'create database contract owner parlance');
});
afterAll(() => {
  crashServer();
  rmSync(root, { recursive: true });
});

describe('the store on PostgreSQL, as a role that is not superuser', () => {
  storeContract(() => open('contract'));

  test('the role is not superuser, and the tables are its own', async () => {
    const rows = await asSuperuser(
      'contract',
      `select rolsuper, tableowner from pg_roles join pg_tables on tablename = 'api_key' where rolname = 'parlance'`,
    );
    expect(rows).toEqual([{ rolsuper: false, tableowner: 'parlance' }]);
  });
});

describe('several servers on one database', () => {
  test('servers that start together on an empty database all start', async () => {
    const database = await freshDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => open(database)));
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
    expect(await asSuperuser(database, 'select name from parlance_migration')).toEqual([
      { name: '0001-first' },
      { name: '0002-citations' },
      { name: '0003-objections' },
      { name: '0004-register' },
      { name: '0005-sealed-objections' },
      { name: '0006-register-totals' },
      { name: '0007-register-sector' },
      { name: '0008-register-changed' },
      { name: '0009-objection-kept' },
    ]);
  });

  test('servers that write the same rows in opposite order do not block each other', async () => {
    const database = await freshDatabase();
    const stores = await Promise.all([open(database), open(database)]);
    const { tenant, row } = await keyOf(stores[0]);
    const rows = Array.from({ length: 500 }, (_, index) => ({ ...row, language: `x-${String(index)}` }));
    const groups = Array.from({ length: 40 }, (_, index) => ({ id: randomUUID(), rows: index % 2 === 0 ? rows : rows.toReversed() }));
    await Promise.all(groups.map((group, index) => stores[index % 2]!.usage.addBatch(group)));
    const listed = await stores[0].usage.list({ tenant, from: row.day, to: row.day });
    expect([listed.length, new Set(listed.map(({ requests }) => requests))]).toEqual([500, new Set([40n])]);
    await Promise.all(stores.map((store) => store.close()));
  });
});

describe('when the database fails', () => {
  test('a server that dies in the middle of writes loses and doubles nothing', async () => {
    const database = await freshDatabase();
    const store = await open(database);
    const { tenant, row } = await keyOf(store);
    const faults: string[] = [];
    const writer = new UsageWriter({ store: store.usage, onFault: ({ message }) => faults.push(message), pause: 20, groupSize: 3 });
    const usage = { tenant, key: row.key, requests: 1, inputTokens: 1, outputTokens: 1, omitted: 0, added: 0 };
    let count = 0;
    const adding = setInterval(() => {
      for (let index = 0; index < 10; index++, count++) writer.add({ ...usage, language: `x-${index}` });
    }, 2);
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      crashServer();
      await new Promise((resolve) => setTimeout(resolve, 100));
      startServer();
    }
    clearInterval(adding);
    await writer.close(50);
    const today = new Date().toISOString().slice(0, 10);
    const listed = await store.usage.list({ tenant, from: row.day, to: today });
    expect(listed.reduce((sum, { requests }) => sum + requests, 0n)).toBe(BigInt(count));
    expect(faults.length).toBeGreaterThan(0);
    await store.close();
  });

  test('a connection that is cut at work fails its call, not the process', async () => {
    const database = await freshDatabase();
    const store = await open(database);
    const { tenant, row } = await keyOf(store);
    const blocker = new pg.Client({ host: root, user: 'postgres', database });
    await blocker.connect();
    await blocker.query('begin; lock table usage_day in exclusive mode');
    const group = { id: randomUUID(), rows: [row] };
    const failing = expect(store.usage.addBatch(group)).rejects.toMatchObject({ code: 'store_unavailable' });
    const waits = `select 1 from pg_stat_activity where usename = 'parlance' and datname = '${database}' and wait_event_type = 'Lock'`;
    while ((await blocker.query(waits)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await asSuperuser(
      'postgres',
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'parlance' and datname = '${database}'`,
    );
    await failing;
    await blocker.query('rollback');
    await blocker.end();
    // Connections that were cut while they were idle may be found out by the next call.
    await vi.waitFor(() => store.usage.addBatch(group), { timeout: 10_000 });
    expect(await store.usage.list({ tenant, from: row.day, to: row.day })).toEqual([row]);
    await store.close();
  });

  test('a wrong password is named, and not shown', async () => {
    const opening = openStore({ databaseUrl: addressOf('contract', 'wrong-canary'), dataFolder: root });
    await expect(opening).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('the password of DATABASE_URL') as string,
    });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('canary') as string });
  });

  test('a role that may not make tables is told to own the database', async () => {
    const opening = open(await freshDatabase('postgres'));
    await expect(opening).rejects.toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('should own the database') as string,
    });
  });

  test('a database that is not there is named', async () => {
    await expect(open('nowhere')).rejects.toMatchObject({ message: expect.stringContaining('does not exist') as string });
  });
});

async function keyOf(store: Awaited<ReturnType<typeof open>>) {
  const tenant = 'a-tenant';
  if (!isTenantId(tenant)) throw new TypeError(tenant);
  await store.tenants.ensure({ id: tenant, name: 'A tenant' });
  const { id: key } = await store.keys.create({ tenant, purpose: 'p', office: 'o', sector: null });
  const row = { tenant, key, day: '2026-01-01', language: 'et', requests: 1n, inputTokens: 0n, outputTokens: 0n, omitted: 0n, added: 0n };
  return { tenant, row };
}
