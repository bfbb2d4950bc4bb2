import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { finished } from './run-parlance.ts';

describe('parlance pack', () => {
  test('check is clean on the example, with exit 0', async () => {
    const { code, text } = await finished(['pack', 'check', 'packs/ee']);
    expect(text).toContain('0 issues');
    expect(code).toBe(0);
  });

  test('explain names the file and line that set a value', async () => {
    const { code, text } = await finished(['pack', 'explain', 'EE', 'education', 'locale.et.register']);
    expect(code).toBe(0);
    expect(text).toMatch(/locale\/et\.yaml:\d+:\d+/);
  });

  test('explain exits with 1 on an unknown key and names near ones', async () => {
    const { code, text } = await finished(['pack', 'explain', 'EE', 'education', 'locale.et.registr']);
    expect(code).toBe(1);
    expect(text).toContain('locale.et.register');
  });

  test('explain refuses a choice that nobody has, with what can be chosen', async () => {
    const { code, text } = await finished(['pack', 'explain', 'EE', 'education', 'language', '--user', 'reading_level=B1']);
    expect(code).toBe(2);
    expect(text).toContain('expected one of');
  });

  test('an option that no command has is wrong usage, with exit 2', async () => {
    expect((await finished(['pack', 'check', 'packs/ee', '--nonsense'])).code).toBe(2);
  });
});

describe('parlance pack schema', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-schemas-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('writes a schema for each kind of file, with the languages of the pack, and prints settings that name them', async () => {
    const out = join(folder, 'made');
    const { code, text } = await finished(['pack', 'schema', 'packs/ma', '--out', out]);
    expect(code).toBe(0);
    expect(text).toContain(`"${out}/restriction.schema.json": "**/ma/restrictions/*.yaml"`);
    const schema: unknown = JSON.parse(readFileSync(join(out, 'sector.schema.json'), 'utf8'));
    expect(schema).toMatchObject({ properties: { title: { required: ['ar', 'fr'], additionalProperties: false } } });
  });

  test('writes nothing into the pack, which holds nothing but its own files', async () => {
    const { code, text } = await finished(['pack', 'schema', 'packs/ma', '--out', 'packs/ma/schemas']);
    expect(code).toBe(2);
    expect(text).toContain('--out');
    expect(existsSync('packs/ma/schemas')).toBe(false);
  });
});
