import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, test } from 'vitest';
import { isTenantId } from './schema.ts';
import { openStore } from './store.ts';
import { storeContract } from './testing/store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-store-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const open = () => openStore({ databaseUrl: null, dataFolder: folder });

describe('the store on the embedded database', () => {
  storeContract(open);
});

test('no key is in the files of the database', async () => {
  const store = await open();
  const id = 'canary';
  if (!isTenantId(id)) throw new TypeError(id);
  await store.tenants.ensure({ id, name: 'Canary' });
  const { secret } = await store.keys.create({ tenant: id, purpose: 'p', office: 'o', sector: null });
  await store.close();
  const files = readdirSync(join(folder, 'state'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
  expect(bytes.includes(secret.slice(0, 16))).toBe(true);
  expect(bytes.includes(secret.slice(0, 24))).toBe(false);
});

test('a database of a newer version is refused and left as it is', async () => {
  const database = await PGlite.create({ dataDir: join(folder, 'state') });
  await database.query(`insert into parlance_migration (name, timestamp) values ('9999-later', '')`);
  await database.close();
  await expect(open()).rejects.toMatchObject({ code: 'store_newer' });
  const again = await PGlite.create({ dataDir: join(folder, 'state') });
  await again.query(`delete from parlance_migration where name = '9999-later'`);
  await again.close();
  await (await open()).close();
});

test('a data folder that is a file is an error with a code', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(openStore({ databaseUrl: null, dataFolder: file })).rejects.toMatchObject({ code: 'store_unavailable' });
});

test('a server that is not there is an error with a code and without the password', async () => {
  const error: unknown = await openStore({ databaseUrl: 'postgres://me:canary@127.0.0.1:1/x', dataFolder: folder }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'store_unavailable', message: expect.stringContaining('ECONNREFUSED') as string });
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('canary');
});
