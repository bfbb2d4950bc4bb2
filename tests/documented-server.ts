import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'apps', 'cli', 'bin', 'parlance.mjs');

/** What stands for `npx parlance`. */
export const parlanceCommand = `${process.execPath} ${bin}`;

/** A command of a document and the output that it shows; `…` stands for anything. */
export interface Step {
  readonly command: string;
  readonly output: string;
}

/** The commands of the console blocks, in order. */
export function stepsOf(document: string): readonly Step[] {
  return [...document.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    (block ?? '')
      .split(/^\$ /m)
      .filter((part) => part.trim() !== '')
      .map((part) => ({ command: part.slice(0, part.indexOf('\n')), output: part.slice(part.indexOf('\n') + 1).trim() })),
  );
}

/** The server that the document speaks of, on a free port and with data of its own. */
export interface DocumentedServer {
  /** Runs a command in an empty folder, or in the repository when it names files of it. */
  run(step: Step): Promise<void>;
  stop(): Promise<void>;
}

export async function startDocumented(): Promise<DocumentedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-document-'));
  const data = join(folder, 'data');
  const server = spawn(process.execPath, [bin, 'serve'], { cwd: root, env: { ...process.env, PARLANCE_PORT: '0', PARLANCE_DATA: data } });
  const address = await addressOf(server);
  return {
    run: ({ command, output }) => runStep({ command: command.replaceAll('http://127.0.0.1:7311', address), output }, folder),
    async stop() {
      server.kill('SIGTERM');
      const [code] = (await once(server, 'exit')) as [number | null];
      rmSync(folder, { recursive: true });
      expect(code).toBe(0);
    },
  };
}

/** What a document shows of an output, where `…` stands for anything. */
export function shown(output: string): RegExp {
  const parts = output.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`);
}

/** Runs a command of a document in a folder, or on files of the repository where it names them, and holds what it prints against what is shown. */
export async function runStep({ command, output }: Step, folder: string): Promise<void> {
  const ee = join(root, 'packs', 'ee');
  const here = command.replaceAll('packs/ee', ee).replaceAll('npx parlance', parlanceCommand);
  expect(await outputOf(here, folder)).toMatch(shown(output.replaceAll('packs/ee', ee)));
}

async function addressOf(server: ChildProcess): Promise<string> {
  let printed = '';
  server.stdout?.on('data', (part: Buffer) => (printed += part.toString()));
  server.stderr?.on('data', (part: Buffer) => (printed += part.toString()));
  while (!printed.includes('In a browser')) {
    if (server.exitCode !== null) throw new Error(`the server did not start:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return /ready: (\S+)/.exec(printed)?.[1] ?? '';
}

/** What a command prints, with the repository's packs at hand. */
export async function outputOf(command: string, cwd: string): Promise<string> {
  const child = spawn('sh', ['-c', command], { cwd, env: { ...process.env, PARLANCE_PACKS: join(root, 'packs') } });
  let printed = '';
  child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
  child.stderr.on('data', (part: Buffer) => (printed += part.toString()));
  await once(child, 'close');
  return printed.trim();
}
