import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureDevelopmentKey, revokeDevelopmentKeys } from './development-key.ts';
import { hashOfSecret, isLive, secretOf } from './key-facts.ts';
import { openStore, type Store } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-development-key-'));
const file = join(folder, 'development-key');
let store: Store;

beforeAll(async () => {
  store = await openStore({ databaseUrl: null, dataFolder: folder });
});
beforeEach(() => {
  rmSync(file, { force: true });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const isLiveNow = async (secret: string) => {
  const facts = await store.keys.findByHash(hashOfSecret(secret));
  return facts !== null && isLive(facts, new Date());
};

test('the first start makes a live key and a file that only its owner may read', async () => {
  const made = await ensureDevelopmentKey(store, folder);
  expect(made).toMatchObject({ isNew: true, file, facts: { tenant: 'development' } });
  expect(await isLiveNow(made.secret)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(`${made.secret}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['development-key', 'state']);
});

test('a later start uses the same key', async () => {
  const made = await ensureDevelopmentKey(store, folder);
  const again = await ensureDevelopmentKey(store, folder);
  expect([again.secret, again.facts.id, again.isNew]).toEqual([made.secret, made.facts.id, false]);
});

test('a key that was revoked is replaced', async () => {
  const made = await ensureDevelopmentKey(store, folder);
  await store.keys.revoke(made.facts);
  const again = await ensureDevelopmentKey(store, folder);
  expect([again.isNew, await isLiveNow(again.secret), await isLiveNow(made.secret)]).toEqual([true, true, false]);
});

test.each(['', 'nonsense', secretOf(new Uint8Array(32)), `${secretOf(new Uint8Array(32))}x`])(
  'a file with %j is replaced',
  async (text) => {
    writeFileSync(file, text);
    chmodSync(file, 0o644);
    const made = await ensureDevelopmentKey(store, folder);
    expect([made.isNew, readFileSync(file, 'utf8').trim(), statSync(file).mode & 0o777]).toEqual([true, made.secret, 0o600]);
  },
);

test('a link in place of the file is replaced, and what it points to is left alone', async () => {
  const target = join(folder, 'target');
  writeFileSync(target, 'mine');
  symlinkSync(target, file);
  const { secret } = await ensureDevelopmentKey(store, folder);
  expect([readFileSync(target, 'utf8'), readFileSync(file, 'utf8').trim()]).toEqual(['mine', secret]);
});

test('the key of another tenant is not taken for the development key', async () => {
  const { facts } = await ensureDevelopmentKey(store, folder);
  const [known] = await store.keys.list(facts.tenant);
  const foreign = {
    ...store,
    keys: { ...store.keys, findByHash: () => Promise.resolve({ ...known!, tenant: 'other' as typeof facts.tenant }) },
  };
  expect((await ensureDevelopmentKey(foreign, folder)).isNew).toBe(true);
});

test('a start in production stops every development key', async () => {
  const { secret } = await ensureDevelopmentKey(store, folder);
  expect(await revokeDevelopmentKeys(store)).toBeGreaterThan(0);
  expect(await isLiveNow(secret)).toBe(false);
  expect(await revokeDevelopmentKeys(store)).toBe(0);
});
