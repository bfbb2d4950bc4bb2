import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'apps', 'cli', 'bin', 'parlance.mjs');
const folder = mkdtempSync(join(tmpdir(), 'parlance-process-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly exited: Promise<number | null>;
}

function parlance(args: readonly string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [bin, ...args], { cwd: root, env: { ...process.env, PARLANCE_PORT: '0', ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  return { child, printed: () => text, exited: once(child, 'close').then(([code]) => code as number | null) };
}

async function finished(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ readonly code: number | null; readonly text: string }> {
  const run = parlance(args, environment);
  const code = await run.exited;
  return { code, text: run.printed() };
}

describe('parlance serve', () => {
  test('prints address, key, a line to copy and questions, refuses a second owner, and drains on SIGTERM with exit 0', async () => {
    const data = join(folder, 'one');
    const first = parlance(['serve'], { PARLANCE_DATA: data });
    await expect.poll(first.printed, { timeout: 60_000 }).toContain('In a browser');
    const key = readFileSync(join(data, 'development-key'), 'utf8').trim();
    expect(first.printed()).toContain(key);
    expect(first.printed()).toMatch(/curl -s http:\/\/127\.0\.0\.1:\d+/);
    expect(first.printed()).toContain('Questions to try');
    const second = await finished(['serve'], { PARLANCE_DATA: data });
    expect(second.code).toBe(1);
    expect(second.text).toContain(String(first.child.pid));
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
  });

  test('names the owner of a port that is taken, and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, text } = await finished(['serve'], { PARLANCE_DATA: join(folder, 'two'), PARLANCE_PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(text).toContain(String(port));
    if (process.platform === 'linux') expect(text).toContain(String(process.pid));
  });

  test('reports all problems of a configuration at once, and exits with 78', async () => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(file, 'mode: war\nupstrem: x\n');
    const { code, text } = await finished(['serve'], { PARLANCE_CONFIG: file, PARLANCE_PORT: 'seven', PARLANCE_UPSTREAM: 'not a url' });
    expect(code).toBe(78);
    for (const part of ['mode', 'upstrem', 'PARLANCE_PORT', 'seven', 'PARLANCE_UPSTREAM']) expect(text).toContain(part);
  });

  test('refuses production with a pack that nobody has signed', async () => {
    const { code, text } = await finished(['serve'], { PARLANCE_MODE: 'production', PARLANCE_DATA: join(folder, 'three') });
    expect(code).toBe(78);
    expect(text).toContain('signed');
  });
});

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
    expect((await finished(['pack', 'check', join(folder, 'none')])).code).toBe(2);
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
