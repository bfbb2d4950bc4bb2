import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { finished } from './run-parlance.ts';

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
