import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addStep, storePack } from '@parlance/pack/node';
import { packWith, released, trustText } from '../../packages/pack/src/release/testing/released-pack.ts';
import { finished } from './run-parlance.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-forged-step-'));
const inside = (name: string) => join(folder, name);
const [key, trust, releases] = [inside('cid.pem'), ['--trust', inside('trust.yaml')], ['--releases', inside('releases')]];

beforeAll(async () => {
  const place = { releases: inside('forged'), country: 'EE' };
  const forged = await released(packWith(), { reviews: [], by: 'mallory' });
  await storePack(place, forged);
  await addStep(place, { number: 1, bytes: forged.get('pack.sig') ?? new Uint8Array() });
  writeFileSync(inside('theirs.yaml'), await trustText());
  cpSync('packs/ee', inside('ee'), { recursive: true });
  const manifest = readFileSync(inside('ee/pack.yaml'), 'utf8');
  writeFileSync(inside('ee/pack.yaml'), manifest.replace(/^version: .*/m, 'version: 9.0.0'));
  const { code } = await finished(['pack', 'key', 'cid', '--role', 'release', '--out', key]);
  expect(code).toBe(0);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the commands of releases: more wrong usage has exit 2 and says which flag', async () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['pack', 'key', 'ann', '--role', 'king', '--out', inside('x.pem')], '--role'],
    [['pack', 'review', 'packs/ee', '--key', key, '--role', 'release'], '--role'],
    [['pack', 'verify', 'packs/ee', '--trust', 'README.md'], 'cannot be used'],
    [['pack', 'rollback', 'EE', '--to', '1.0.0', '--key', key, '--reason', 'mood', ...trust, ...releases], '--reason'],
    [['pack', 'review', 'packs/ee', '--key', key, '--role', 'legal', '--releases', inside('forged')], '--trust'],
    [['pack', 'diff', 'EE@last', 'packs/ee', '--releases', inside('forged')], '--trust'],
  ];
  const runs = await Promise.all(wrong.map(([args]) => finished(args)));
  expect(runs.map(({ code, text }, place) => [code, text.includes(wrong[place]?.[1] ?? '?')])).toEqual(wrong.map(() => [2, true]));
});

test('nobody builds on a step that does not verify: review, sign and release refuse and say so, and diff asks for the strictest class', async () => {
  const [pack, theirs] = [inside('ee'), ['--trust', inside('theirs.yaml'), '--releases', inside('forged')]];
  const commands = [
    ['pack', 'review', pack, '--key', key, '--role', 'legal', ...theirs],
    ['pack', 'sign', pack, '--key', key, '--until', '2999-01-01', ...theirs],
    ['pack', 'release', pack, ...theirs],
  ];
  const runs = await Promise.all(commands.map((args) => finished(args)));
  for (const { code, text } of runs)
    expect([code, text]).toEqual([1, expect.stringContaining('history/000001.json error S14 unverified-step')]);
  const compared = await finished(['pack', 'diff', 'EE@last', pack, ...theirs]);
  expect([compared.code, compared.text]).toEqual([0, expect.stringMatching(/warning S14 unverified-step[\s\S]*class safety: it takes/)]);
  const rejected = await finished([...(commands[0] ?? []), '--reject']);
  expect([rejected.code, rejected.text]).toEqual([0, expect.stringContaining('class safety')]);
  const anew = await finished([...(commands[0] ?? []), '--anew']);
  expect([anew.code, anew.text]).toEqual([0, expect.stringMatching(/after sha256:[0-9a-f]{64}\n {2}class safety/)]);
});
