import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'apps', 'cli', 'bin', 'parlance.mjs');

const running = new Set<ChildProcess>();

/** For the end of a file: no test that failed leaves a process behind. */
export async function stopAll(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }),
  );
}

export interface Run {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly exited: Promise<number | null>;
  /** SIGKILL to the process and to those that it has started: from sources, the server is one of these. */
  kill(): void;
}

/** The command as a process of its own, with the folder of the repository as its own and any free port. */
export function parlance(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: root,
    env: { ...process.env, PARLANCE_PORT: '0', ...environment },
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  return {
    child,
    printed: () => text,
    exited: once(child, 'close').then(([code]) => code as number | null),
    kill: () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
  };
}

export async function finished(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly text: string }> {
  const run = parlance(args, environment);
  const code = await run.exited;
  return { code, text: run.printed() };
}
