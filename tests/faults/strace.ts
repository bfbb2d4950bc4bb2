import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const strace = process.env['STRACE'] ?? '/usr/bin/strace';

/** A call of the kernel that fails instead of being made: the `at`th one on a file of the log, or every one from there on. */
export interface InjectedFault {
  readonly call: string;
  readonly errno: 'EIO' | 'ENOSPC' | 'EROFS';
  readonly at: number;
  readonly stays: boolean;
}

export interface TracedRun {
  /** Code at the end; null when a signal ended it. */
  readonly exit: number | null;
  /** Lines that were printed, as kind and text. */
  readonly printed: readonly (readonly [string, string])[];
  readonly errors: string;
  /** Calls on files of the log, one line each, as strace wrote them. */
  readonly calls: readonly string[];
}

/** Throws where no process may be traced: then nothing here could be tested. */
export function refuseWithoutStrace(): void {
  try {
    execFileSync(strace, ['-f', '-qq', '-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO', 'true'], { stdio: 'pipe' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`no process can be traced here: apt-get install strace or set STRACE, and allow ptrace in the sandbox (${reason})`, {
      cause: error,
    });
  }
}

/** The process as one plain file, which starts ten times as fast as the sources. */
export async function bundleProcess(folder: string): Promise<string> {
  const outfile = join(folder, 'answering-process.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./answering-process.ts', import.meta.url))],
    ...{ bundle: true, platform: 'node', format: 'esm', conditions: ['source'], outfile, logLevel: 'error' },
    // The parser of YAML is a CommonJS module.
    banner: { js: `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);` },
  });
  return outfile;
}

export interface Tracing {
  readonly script: string;
  /** Made anew; the log is in it. */
  readonly folder: string;
  /** Paths below the folder that count, each as the kernel is told it; empty: every path of the process. */
  readonly paths: readonly string[];
  /** Calls that are written down. */
  readonly calls: readonly string[];
  readonly fault: InjectedFault | null;
}

/** One life of the process. One thread makes all calls on files, so that the count of strace, which is per thread, is of them all. */
export async function traced({ script, folder, paths, calls, fault }: Tracing): Promise<TracedRun> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const output = `${folder}.trace`;
  const rule = fault === null ? [] : ['-e', `inject=${fault.call}:error=${fault.errno}:when=${fault.at}${fault.stays ? '+' : ''}`];
  const which = paths.flatMap((path) => ['-P', join(folder, path)]);
  const args = ['-f', '-qq', '--seccomp-bpf', '-y', '-o', output, ...which, '-e', `trace=${calls.join(',')}`, ...rule];
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };
  const child = spawn(strace, [...args, process.execPath, script, folder], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [text, errors] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const [exit] = (await once(child, 'close')) as [number | null];
  const lines = text.split('\n').slice(0, -1);
  return {
    exit,
    errors,
    printed: lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
    calls: readFileSync(output, 'utf8')
      .split('\n')
      .filter((line) => line.includes(folder)),
  };
}

/** Every path of the calls, without the folder that they are in. */
export function pathsIn(calls: readonly string[], folder: string): readonly string[] {
  const named = calls.flatMap((call) => [...call.matchAll(/["<](\/[^">]*)[">]/g)].map(([, path = '']) => path));
  return [...new Set(named)].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
}

export function callOf(line: string): string {
  return /^\d+ +(\w+)\(/.exec(line)?.[1] ?? '';
}
