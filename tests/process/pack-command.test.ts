import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finished } from './run-parlance.ts';

const explanation = z.object({ key: z.string(), origin: z.object({ layer: z.string(), position: z.object({}).nullable() }) });

describe('parlance pack', () => {
  test('check is clean on the example, with exit 0', async () => {
    const { code, text } = await finished(['pack', 'check', 'packs/ee']);
    expect(text).toContain('0 issues');
    expect(code).toBe(0);
  });

  test('check --json prints one JSON object', async () => {
    const { text } = await finished(['pack', 'check', 'packs/ee', '--json']);
    expect(JSON.parse(text)).toMatchObject({ ok: true, pack: { id: 'EE' } });
  });

  test('check exits with 2 on a folder that is not there', async () => {
    expect((await finished(['pack', 'check', join(tmpdir(), randomUUID())])).code).toBe(2);
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

  test('explain without a key explains every value, each with its place', async () => {
    const { code, text } = await finished(['pack', 'explain', 'EE', 'education', '--json']);
    expect(code).toBe(0);
    const { values } = z.object({ values: z.array(explanation) }).parse(JSON.parse(text));
    expect(values.length).toBeGreaterThan(40);
    for (const { origin, key } of values) expect(origin.layer === 'charter' || origin.position !== null, key).toBe(true);
  });

  test("explain combines limits with the organisation's file and lets a person choose, and says so", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parlance-organisation-'));
    const file = join(folder, 'organisation.yaml');
    writeFileSync(file, 'name: Test office\ndefaults:\n  reading_level: standard\nlimits:\n  retention_days: 7\n');
    const ask = (key: string): ReturnType<typeof finished> =>
      finished(['pack', 'explain', 'EE', 'education', key, '--organisation', file, '--user', 'reading_level=plain']);
    const level = (await ask('locale.et.reading_level')).text;
    expect(level).toMatch(
      /^plain\n {2}default set by user\n {2}over standard \(organisation, .*organisation\.yaml:3:3\)\n {2}over easy \(sector, sectors\/education\.yaml:\d+:\d+\)/,
    );
    expect((await ask('privacy.retention.max_days')).text).toMatch(
      /^7\n {2}limit set by organisation, .*organisation\.yaml:5:3\n {2}with \d+ \(country, privacy\.yaml:\d+:\d+\)/,
    );
    writeFileSync(file, 'name: Test office\nlimits:\n  retention_dayz: 7\n');
    const refused = await ask('language');
    expect(refused.code).toBe(2);
    expect(refused.text).toContain('organisation.yaml:3:3');
    rmSync(folder, { recursive: true });
  });

  test.each(['reading_level=B1', 'mood=warm', 'script=Arab', 'register'])(
    'explain refuses the choice %s with what can be chosen',
    async (choice) => {
      const { code, text } = await finished(['pack', 'explain', 'EE', 'education', 'language', '--user', choice]);
      expect(code).toBe(2);
      expect(text).toContain('expected one of');
    },
  );

  test.each([[['nonsense']], [['pack', 'check']], [['pack', 'check', 'packs/ee', '--nonsense']]])(
    '%j is wrong usage, with exit 2',
    async (args) => {
      expect((await finished(args)).code).toBe(2);
    },
  );

  test('--help shows commands and exit codes', async () => {
    const { code, text } = await finished(['pack', 'check', '--help']);
    expect(code).toBe(0);
    expect(text).toContain('Exit codes');
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
