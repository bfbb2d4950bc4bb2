import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { declareKey } from './declare-key.ts';
import { readDeclaredKeys, withDeclaredKeys } from './declared-keys.ts';

const facts = { name: 'tallinn-schools', purpose: 'education', about: 'Help with homework', office: 'Tallinna Haridusamet' } as const;
const noOthers = { find: () => Promise.resolve(null) };
const random = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-declare-'));
  path = join(folder, 'keys.yaml');
});

test('a key that is made opens the server that reads the file, and the file does not hold it', async () => {
  const secret = declareKey(path, facts, random(1));
  const found = await withDeclaredKeys(readDeclaredKeys(path), noOthers, () => new Date('2026-11-21')).find(secret);
  expect(found).toMatchObject({ purpose: 'education', office: 'Tallinna Haridusamet' });
  expect(readFileSync(path, 'utf8')).not.toContain(secret.slice(-20));
});

test('what the file said before stays as it was written, comments included', () => {
  declareKey(path, facts, random(1));
  const before = `# Kept by the office\n${readFileSync(path, 'utf8')}`;
  writeFileSync(path, before);
  declareKey(path, { ...facts, name: 'tartu-schools', expires: '2027-12-31' }, random(2));
  expect(readFileSync(path, 'utf8').startsWith(before.trimEnd())).toBe(true);
  expect(readDeclaredKeys(path)).toHaveLength(2);
});

describe('nothing is written', () => {
  test.each([
    ['of a purpose that is none', { ...facts, purpose: 'fun' as 'education' }, 'keys.0.purpose'],
    ['without an office', { ...facts, office: ' ' }, 'keys.0.office'],
    ['with a name that is none', { ...facts, name: 'Tallinn Schools' }, 'keys.0.name'],
    ['with a day that is none', { ...facts, expires: '2027-02-30' }, 'keys.0.expires'],
  ])('%s', (_name, wrong, reason) => {
    expect(() => declareKey(path, wrong, random(1))).toThrow(
      expect.objectContaining({ code: 'keys_unusable', message: expect.stringContaining(reason) as string }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('for a name that is taken', () => {
    declareKey(path, facts, random(1));
    const before = readFileSync(path, 'utf8');
    expect(() => declareKey(path, facts, random(2))).toThrow(expect.objectContaining({ code: 'keys_unusable' }));
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  test.each(['keys: [', 'keys: {a: b}', 'keys:\n  - name: x', 'other: 1'])('into a file with faults: %s', (text) => {
    writeFileSync(path, text);
    expect(() => declareKey(path, facts, random(1))).toThrow(expect.objectContaining({ code: 'keys_unusable' }));
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(existsSync(`${path}.${process.pid}`)).toBe(false);
  });
});
