import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashOfSecret, secretOf } from '../store/key-facts.ts';
import { readDeclaredKeys, withDeclaredKeys } from './declared-keys.ts';
import { publicKey } from './public-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-keys-'));
const secret = secretOf(new Uint8Array(32).fill(5));
const hash = `sha256:${Buffer.from(hashOfSecret(secret)).toString('hex')}`;
const entry = { name: 'tallinn-schools', hash, purpose: 'education', about: 'Help with homework', office: 'Tallinna Haridusamet' };

function fileOf(value: unknown): string {
  const path = join(folder, 'keys.yaml');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}
const noOthers = { find: () => Promise.resolve(null) };

test('a declared key opens, and the public reads what it is for, who answers for it and how young its readers are', async () => {
  const keys = readDeclaredKeys(fileOf({ keys: [{ ...entry, sector: 'education', age_band: 'under-18', expires: '2027-12-31' }] }));
  const found = await withDeclaredKeys(keys, noOthers, () => new Date('2026-11-21')).find(secret);
  expect(found === null ? null : publicKey(found)).toMatchObject({
    ...{ purpose: 'education', about: 'Help with homework', office: 'Tallinna Haridusamet', sector: 'education' },
    ...{ age_band: 'under-18', expires: '2027-12-31T23:59:59.000Z' },
  });
  expect(JSON.stringify(keys.map(publicKey))).not.toContain(hash.slice(7));
});

test('an expired key and an unknown one open nothing', async () => {
  const keys = readDeclaredKeys(fileOf({ keys: [{ ...entry, expires: '2026-01-01' }] }));
  const found = withDeclaredKeys(keys, noOthers, () => new Date('2026-11-21'));
  expect(await found.find(secret)).toBeNull();
  expect(await found.find(secretOf(new Uint8Array(32).fill(6)))).toBeNull();
});

describe('a file of keys is refused, with every reason', () => {
  test.each([
    ['without a purpose', { ...entry, purpose: undefined }, 'keys.0.purpose: expected one of: public-services'],
    ['with a purpose of its own', { ...entry, purpose: 'whatever' }, 'keys.0.purpose'],
    ['without an office', { ...entry, office: undefined }, 'keys.0.office: expected a text'],
    ['with an empty office', { ...entry, office: '  ' }, 'keys.0.office: expected a text'],
    ['without words', { ...entry, about: undefined }, 'keys.0.about'],
    ['with the key in place of its hash', { ...entry, hash: secret }, 'keys.0.hash'],
    ['with an age band that is none', { ...entry, age_band: 'adult' }, 'keys.0.age_band'],
    ['with a member that nobody knows', { ...entry, audience: 'adult' }, 'keys.0'],
  ])('%s', (_name, wrong, reason) => {
    expect(() => readDeclaredKeys(fileOf({ keys: [wrong] }))).toThrow(
      expect.objectContaining({ code: 'keys_unusable', message: expect.stringContaining(reason) as string }),
    );
  });

  test('with all issues at once, and never with the text of the file', () => {
    const wrong = { keys: [{ ...entry, hash: 'canary', purpose: 'canary', office: '' }] };
    expect(() => readDeclaredKeys(fileOf(wrong))).toThrow(/keys\.0\.hash[^]*keys\.0\.purpose[^]*keys\.0\.office/u);
    expect(() => readDeclaredKeys(fileOf(wrong))).not.toThrow(/canary/u);
  });

  test.each([
    ['when a name stands twice', { keys: [entry, { ...entry, hash: `sha256:${'0'.repeat(64)}` }] }],
    ['when it is no YAML', 'a: [b'],
    ['when it is a list', []],
  ])('%s', (_name, wrong) => {
    expect(() => readDeclaredKeys(fileOf(wrong))).toThrow(expect.objectContaining({ code: 'keys_unusable' }));
  });
});
