import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeWitnessKey, readWitnessKey } from './witness-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-witness-key-'));
const name = 'witness.example/w1';
const seed = new Uint8Array(32).fill(7);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a key is there for its own user alone, whole, and the same when it is read again', async () => {
  const path = join(folder, 'key');
  expect(await readWitnessKey({ path, name })).toBeNull();
  writeFileSync(`${path}.new`, 'half', { mode: 0o644 });
  await makeWitnessKey({ path, name }, seed);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['key']);
  expect(await readWitnessKey({ path, name })).toMatchObject({ name, algorithm: 'cosignature/v1' });
});

test.each<[string, (line: string) => string, string, string]>([
  ['a key of another witness', (line) => line, 'witness.example/w2', 'witness_foreign'],
  ['half a key', (line) => line.slice(0, 60), name, 'witness_corrupt'],
  ['an empty file', () => '', name, 'witness_corrupt'],
  [
    'the key of a log',
    () => 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
    'PeterNeumann',
    'witness_foreign',
  ],
])('%s is refused, and the error does not tell the key', async (_title, change, ...[asked, code]) => {
  const path = join(folder, 'whole');
  await makeWitnessKey({ path, name }, seed);
  const secret = readFileSync(path, 'utf8').trim().split('+').at(-1) ?? '';
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  const error: unknown = await readWitnessKey({ path, name: asked }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code, message: expect.not.stringContaining(secret.slice(0, 10)) as string });
});

test('a key that cannot be made or read is a fault of the disk', async () => {
  const path = join(folder, 'no', 'key');
  await expect(makeWitnessKey({ path, name }, seed)).rejects.toMatchObject({ code: 'disk_failed' });
  await expect(readWitnessKey({ path: folder, name })).rejects.toMatchObject({ code: 'disk_failed' });
});
