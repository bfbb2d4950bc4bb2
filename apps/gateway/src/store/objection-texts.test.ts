import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from './store.ts';
import { decisionOf, newObjection } from './testing/objection-contract.ts';

const many = 100;
const texts = ['canary-of-the-person', 'canary-of-the-office'] as const;
let folder: string;
let store: Store;

const open = (dataFolder = folder): Promise<Store> => openStore({ databaseUrl: null, dataFolder });

/** Every byte of every file below a folder. */
function bytesIn(place: string): string {
  if (!existsSync(place)) return '';
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const keys = (): string => join(folder, 'objection-keys');
const keyFiles = (): readonly string[] => (existsSync(keys()) ? readdirSync(keys()) : []);

async function decided(): Promise<bigint> {
  const objection = newObjection({ text: texts[0] });
  await store.objections.add(objection, many);
  const number = (await store.objections.findByCode(objection.codeHash))?.number ?? 0n;
  await store.objections.decide({ ...decisionOf(number), reasons: texts[1] });
  return number;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-objection-texts-'));
  store = await open();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('what people and the office wrote', () => {
  test('is in no file in clear, neither before its time is over nor after, and can be read until then', async () => {
    const number = await decided();
    expect(await store.objections.find(number)).toMatchObject({ text: texts[0], decision: { reasons: texts[1] } });
    await store.close();
    for (const text of texts) expect(bytesIn(folder)).not.toContain(text);
    store = await open();
    await store.objections.forget('2026-06-30');
    await store.close();
    for (const text of texts) expect(bytesIn(folder)).not.toContain(text);
    store = await open();
  });

  test('cannot be read by a copy of the database alone, and its key is gone from the disk when it is forgotten', async () => {
    await decided();
    const [name = ''] = keyFiles();
    const key = readFileSync(join(keys(), name), 'latin1').trim();
    await store.objections.forget('2026-06-29');
    expect(keyFiles()).toEqual([name]);
    await store.objections.forget('2026-06-30');
    expect(keyFiles()).toEqual([]);
    await store.close();
    expect(bytesIn(folder)).not.toContain(key);
    store = await open();
  });

  test('of which the key is elsewhere is told as sealed, cannot be decided, and is not told as deleted', async () => {
    const objection = newObjection({ text: texts[0] });
    await store.objections.add(objection, many);
    rmSync(keys(), { recursive: true });
    const found = await store.objections.findByCode(objection.codeHash);
    expect(found).toMatchObject({ text: null, isSealed: true, decision: null });
    await expect(store.objections.decide(decisionOf(found?.number ?? 0n))).rejects.toMatchObject({ code: 'objection_sealed' });
    expect((await store.objections.findByCode(objection.codeHash))?.decision).toBeNull();
  });

  test('leaves no key behind where it was known already or the queue is full', async () => {
    const objection = newObjection();
    await Promise.all([1, 2, 3].map(() => store.objections.add(objection, many)));
    await store.objections.add(newObjection(), 1);
    expect(keyFiles()).toHaveLength(1);
  });

  test('whose time is over loses its key although an earlier look broke off behind the file', async () => {
    const number = await decided();
    for (const name of keyFiles()) rmSync(join(keys(), name));
    expect(await store.objections.forget('2026-06-30')).toBe(1n);
    expect(await store.objections.find(number)).toMatchObject({ text: null, isSealed: false, decision: { reasons: null } });
  });

  test('of an earlier version in clear is sealed at the next start, and the table is written anew without it', async () => {
    const number = await decided();
    await store.close();
    const database = await PGlite.create({ dataDir: join(folder, 'state') });
    await database.query('update objection set text = $1, reasons = $2, text_key = null, sealed_text = null, sealed_reasons = null', [
      ...texts,
    ]);
    await database.query('checkpoint');
    await database.close();
    const tables = join(folder, 'state', 'base');
    expect(bytesIn(tables)).toContain(texts[0]);
    store = await open();
    expect(await store.objections.find(number)).toMatchObject({ text: texts[0], decision: { reasons: texts[1] } });
    await store.close();
    for (const text of texts) expect(bytesIn(tables)).not.toContain(text);
    store = await open();
  });
});
