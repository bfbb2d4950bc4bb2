import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsMarkdown } from '../apps/gateway/src/config/settings-table.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const data = mkdtempSync(join(tmpdir(), 'parlance-readme-'));
const bin = join(root, 'apps', 'cli', 'bin', 'parlance.mjs');

interface Step {
  readonly command: string;
  readonly output: string;
}

/** Commands of the console blocks with the output that the README shows; `…` stands for anything. */
const steps: readonly Step[] = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  (block ?? '')
    .split(/^\$ /m)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ command: part.slice(0, part.indexOf('\n')), output: part.slice(part.indexOf('\n') + 1).trim() })),
);

let server: ChildProcess;
let address = '';

beforeAll(async () => {
  server = spawn(process.execPath, [bin, 'serve'], { cwd: root, env: { ...process.env, PARLANCE_PORT: '0', PARLANCE_DATA: data } });
  let printed = '';
  server.stdout?.on('data', (part: Buffer) => (printed += part.toString()));
  server.stderr?.on('data', (part: Buffer) => (printed += part.toString()));
  while (!printed.includes('In a browser')) {
    if (server.exitCode !== null) throw new Error(`the server did not start:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  address = /ready: (\S+)/.exec(printed)?.[1] ?? '';
}, 120_000);

afterAll(async () => {
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number | null];
  rmSync(data, { recursive: true });
  expect(code).toBe(0);
}, 60_000);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function outputOf(command: string): Promise<string> {
  const here = command
    .replaceAll('http://127.0.0.1:7311', address)
    .replaceAll('data/development-key', join(data, 'development-key'))
    .replace(/^npx parlance/, `${process.execPath} ${bin}`);
  const child = spawn('sh', ['-c', here], { cwd: root });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()));
  await once(child, 'close');
  return printed.trim();
}

describe('the README', () => {
  test('shows commands', () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  test.each(steps)('$command prints what the README shows', async ({ command, output }) => {
    const shown = output.split('…').map(escaped).join('[\\s\\S]*');
    expect(await outputOf(command)).toMatch(new RegExp(`^${shown}$`));
  });

  test("has the code's table of settings", () => {
    expect(readme).toContain(settingsMarkdown());
  });
});
