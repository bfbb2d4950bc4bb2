import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finished } from './run-parlance.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-release-usage-'));
const inside = (name: string) => join(folder, name);
const [key, trust, releases] = [inside('cid.pem'), ['--trust', inside('trust.yaml')], ['--releases', inside('releases')]];

beforeAll(async () => {
  const { code } = await finished(['pack', 'key', 'cid', '--role', 'release', '--out', key]);
  expect(code).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('parlance pack key makes a file that only its owner can read, never writes over one, and prints lines that make a trust', async () => {
  expect(statSync(key).mode & 0o777).toBe(0o600);
  const before = readFileSync(key, 'utf8');
  const [again, other] = await Promise.all([
    finished(['pack', 'key', 'cid', '--role', 'release', '--out', key, '--json']),
    finished(['pack', 'key', 'dan', '--role', 'legal', 'safety', '--out', inside('dan.pem')]),
  ]);
  expect([again.code, readFileSync(key, 'utf8')]).toEqual([2, before]);
  const secret = readFileSync(inside('dan.pem'), 'utf8').split('\n')[2] ?? '';
  expect(secret.length).toBeGreaterThan(20);
  expect(other.text).not.toContain(secret);
  writeFileSync(inside('trust.yaml'), `keys:\n${other.text.slice(other.text.indexOf('  - key:'))}`);
  const verified = await finished(['pack', 'verify', 'packs/ee', ...trust]);
  expect([verified.code, verified.text]).toEqual([1, expect.stringContaining('S14 unsigned')]);
});

test('the commands of releases: wrong usage has exit 2 and says which flag', async () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['pack', 'key', 'Ann', '--role', 'legal', '--out', inside('x.pem')], '<name>'],
    [['pack', 'review', 'packs/ee', '--key', 'README.md', '--role', 'legal'], '--key'],
    [['pack', 'sign', 'packs/ee', '--key', key, ...trust, '--until', '2026-02-30'], '--until'],
    [['pack', 'verify', 'packs/ee'], '--trust'],
    [['pack', 'release', 'packs/ee', ...trust], '--releases'],
    [['pack', 'rollback', 'EE', '--to', '1.0.0', '--key', key, '--reason', 'harm', ...trust, ...releases], '--to'],
    [['pack', 'diff', 'EE@1.0.0', 'packs/ee'], '--releases'],
  ];
  const runs = await Promise.all(wrong.map(([args]) => finished(args)));
  expect(runs.map(({ code, text }, place) => [code, text.includes(wrong[place]?.[1] ?? '?')])).toEqual(wrong.map(() => [2, true]));
});
