import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runStep, stepsOf } from '../documented-server.ts';
import { z } from 'zod';
import { finished } from './run-parlance.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-release-'));
const inside = (name: string) => join(folder, name);
const releases = ['--releases', inside('of-commands')];
const trust = ['--trust', inside('keys.yaml')];

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('every command of docs/release-a-pack.md prints what the page shows', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/release-a-pack.md'), 'utf8');
  const steps = stepsOf(page);
  expect(steps.length).toBeGreaterThan(15);
  for (const step of steps) await runStep(step, folder);
  expect(readdirSync(inside('releases/ee/history'))).toEqual(['000001.json', '000002.json', '000003.json']);
}, 240_000);

describe('parlance pack', () => {
  const pack = inside('pack');
  const key = async (name: string, role: string) => {
    const { text, code } = await finished(['pack', 'key', name, '--role', role, '--out', inside(`${name}.pem`), '--json']);
    expect(code).toBe(0);
    return z.object({ key: z.string() }).parse(JSON.parse(text)).key;
  };

  test('key makes keys that a trust can name', async () => {
    const made = await Promise.all([key('ann', 'legal'), key('bob', 'safety'), key('cid', 'release')]);
    const [ann, bob, cid] = made;
    writeFileSync(
      inside('keys.yaml'),
      `keys:\n  - {key: ${ann}, person: ann, roles: [legal]}\n  - {key: ${bob}, person: bob, roles: [safety]}\n  - {key: ${cid}, person: cid, roles: [release]}\n`,
    );
    expect(statSync(inside('ann.pem')).mode & 0o777).toBe(0o600);
    const before = readFileSync(inside('ann.pem'), 'utf8');
    const again = await finished(['pack', 'key', 'ann', '--role', 'legal', '--out', inside('ann.pem')]);
    expect([again.code, readFileSync(inside('ann.pem'), 'utf8')]).toEqual([2, before]);
    expect(again.text).not.toContain(before.split('\n')[2]);
  });

  test('review refuses to approve a pack with an error, with exit 1, and lets it be rejected', async () => {
    cpSync('packs/ee', pack, { recursive: true });
    const manifest = readFileSync(join(pack, 'pack.yaml'), 'utf8');
    writeFileSync(join(pack, 'pack.yaml'), `${manifest}nonsense: x\n`);
    const approved = await finished(['pack', 'review', pack, '--key', inside('ann.pem'), '--role', 'legal']);
    expect([approved.code, existsSync(join(pack, 'reviews'))]).toEqual([1, false]);
    expect(approved.text).toContain('nonsense');
    writeFileSync(join(pack, 'pack.yaml'), manifest);
    const rejected = await finished(['pack', 'review', pack, '--key', inside('ann.pem'), '--role', 'legal', '--reject']);
    expect([rejected.code, rejected.text]).toEqual([0, expect.stringContaining('rejected as legal by ann+')]);
    await finished(['pack', 'review', pack, '--key', inside('bob.pem'), '--role', 'safety']);
    const signed = await finished(['pack', 'sign', pack, '--key', inside('cid.pem'), ...trust, '--until', '2999-01-01', '--json']);
    expect([signed.code, existsSync(join(pack, 'pack.sig'))]).toEqual([1, false]);
    expect(JSON.parse(signed.text)).toMatchObject({ ok: false, file: null });
    expect(signed.text).toContain('"code": "rejected"');
  });

  test('a release that was signed and then changed is refused by verify and by release, and nothing is put into the folder', async () => {
    await finished(['pack', 'review', pack, '--key', inside('ann.pem'), '--role', 'legal']);
    const signed = await finished(['pack', 'sign', pack, '--key', inside('cid.pem'), ...trust, '--until', '2999-01-01']);
    expect([signed.code, signed.text]).toEqual([0, expect.stringContaining('with 2 reviews')]);
    const card = join(pack, 'services/passport.yaml');
    writeFileSync(card, readFileSync(card, 'utf8').replace('title:', 'title: '));
    const [verified, released] = [
      await finished(['pack', 'verify', pack, ...trust]),
      await finished(['pack', 'release', pack, ...trust, ...releases]),
    ];
    expect([verified.code, released.code, existsSync(inside('of-commands'))]).toEqual([1, 1, false]);
    expect(verified.text).toContain('pack.sig error S14 other-digest');
  });
});
