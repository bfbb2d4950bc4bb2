import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOfSubject } from '../facts/subject.ts';
import { openStore, type Store } from '../../store/store.ts';
import { registerView } from './register-view.ts';

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-view-'));
  store = await openStore({ databaseUrl: null, dataFolder: folder });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const log = 'log.example/2026h2';
const none = { cells: [], added: [], answers: new Map(), decisions: [], struck: null };
const grow = (from: bigint, to: bigint) => store.register.apply({ ...none, log, from, to });

test('whoever looks while the log has grown is given what was known, and the new once it was read', async () => {
  const view = registerView(store.register);
  await grow(0n, 10n);
  const first = await view.now();
  expect(first.sizes.get(log)).toBe(10n);
  await grow(10n, 20n);
  expect(await view.now()).toBe(first);
  expect((await view.refresh()).sizes.get(log)).toBe(20n);
  expect((await view.now()).sizes.get(log)).toBe(20n);
});

test('cells that grow, that are new, and those of another log are all seen as they are', async () => {
  const view = registerView(store.register);
  const subject = keyOfSubject({ kind: 'omit', type: 'gambling', cause: 'charter', basis: null, authority: null, rule: 'r', pack: 'ee' });
  const cellOf = (of: string, cell: number, { count, changed }: { count: number; changed: bigint }) => ({
    log: of,
    cell,
    month: '2026-11',
    subject,
    language: cell === 0 ? 'et' : 'ru',
    sector: null,
    count,
    newest: [9n, 2n ** 40n],
    changed,
  });
  const told = async () => (await view.refresh()).months.flat().map(({ language, told: count }) => [language, count]);
  await store.register.apply({ ...none, log: 'a/2026h2', from: 0n, to: 5n, cells: [cellOf('a/2026h2', 0, { count: 20, changed: 5n })] });
  expect(await told()).toEqual([['et', 20]]);
  await store.register.apply({
    ...none,
    log: 'a/2026h2',
    from: 5n,
    to: 9n,
    cells: [cellOf('a/2026h2', 0, { count: 40, changed: 8n }), cellOf('a/2026h2', 1, { count: 10, changed: 9n })],
  });
  await store.register.apply({ ...none, log: 'b/2026h2', from: 0n, to: 5n, cells: [cellOf('b/2026h2', 0, { count: 30, changed: 1n })] });
  expect(await told()).toEqual([
    ['et', 70],
    ['ru', 10],
  ]);
  expect((await view.now()).months.flat().flatMap(({ cells }) => cells.map(({ newest }) => newest))).toEqual([
    [9n, 2n ** 40n],
    [9n, 2n ** 40n],
    [9n, 2n ** 40n],
  ]);
  await store.register.drop();
  await grow(0n, 20n);
  expect(await told()).toEqual([]);
});

test('many who look at once have it read once', async () => {
  let reads = 0;
  const view = registerView({
    ...store.register,
    changedCells: (since) => {
      reads++;
      return store.register.changedCells(since);
    },
  });
  const seen = await Promise.all([view.now(), view.now(), view.refresh(), view.now()]);
  expect(new Set(seen).size).toBe(1);
  expect(reads).toBe(1);
});

test('what could not be read is read again', async () => {
  let isDown = true;
  const view = registerView({
    ...store.register,
    changedCells: (since) => (isDown ? Promise.reject(new Error('down')) : store.register.changedCells(since)),
  });
  await expect(view.now()).rejects.toThrow('down');
  isDown = false;
  expect((await view.now()).sizes.get(log)).toBe(20n);
});
