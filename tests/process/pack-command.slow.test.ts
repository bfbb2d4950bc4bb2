import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finished } from './run-parlance.ts';

const explanation = z.object({ key: z.string(), origin: z.object({ layer: z.string(), position: z.object({}).nullable() }) });

describe('parlance pack', () => {
  test('check --json prints one JSON object', async () => {
    const { text } = await finished(['pack', 'check', 'packs/ee', '--json']);
    expect(JSON.parse(text)).toMatchObject({ ok: true, pack: { id: 'EE' } });
  });

  test('check exits with 2 on a folder that is not there', async () => {
    expect((await finished(['pack', 'check', join(tmpdir(), randomUUID())])).code).toBe(2);
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

  test.each(['mood=warm', 'script=Arab', 'register'])('explain refuses the choice %s with what can be chosen', async (choice) => {
    const { code, text } = await finished(['pack', 'explain', 'EE', 'education', 'language', '--user', choice]);
    expect(code).toBe(2);
    expect(text).toContain('expected one of');
  });

  test.each([[['nonsense']], [['pack', 'check']], [['pack', 'nonsense']], [['log', 'nonsense']], [['constructor']]])(
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

describe('parlance --help', () => {
  test.each([
    [['--help'], ['serve', 'verify', 'witness', 'log', 'pack']],
    [['help'], ['serve', 'verify', 'witness', 'log', 'pack']],
    [
      ['log', '--help'],
      ['audit', 'backup', 'restore', 'freeze'],
    ],
    [
      ['pack', 'help'],
      ['new', 'check', 'explain', 'preview', 'schema', 'diff', 'key', 'review', 'sign', 'verify', 'release', 'rollback', 'publish', 'pull'],
    ],
  ])('%j names every command, though a start loads only the one that is asked for', async (args, names) => {
    const { code, text } = await finished(args);
    expect(code).toBe(0);
    for (const name of names) expect(text).toMatch(new RegExp(`^ {2}${name}\\b`, 'mu'));
  });

  test('of what is mistyped names what was meant', async () => {
    const { code, text } = await finished(['pack', 'chekc', 'packs/ee']);
    expect([code, text]).toEqual([2, expect.stringContaining('Did you mean check?')]);
  });
});
