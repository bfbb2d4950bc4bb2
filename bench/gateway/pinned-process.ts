import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type LoadOrder, type LoadReport } from './load.ts';
import { type Order, type Ready, type Setup } from './worker.ts';

/** A process of the benchmark, seen from outside. */
export interface PinnedProcess extends Ready {
  /** Microseconds of processor time so far, all threads, user and system. */
  cpu(): Promise<number>;
  load(order: LoadOrder): Promise<LoadReport>;
  /** Samples the process from here to the next call, which says where to write the profile. */
  startProfile(): Promise<void>;
  writeProfile(file: string): Promise<void>;
  stop(): Promise<void>;
}

/** Of util-linux; not every machine has it. */
export const pinTool = 'taskset';

/** Whether this machine can hold processes on different cores. */
export function pinnable(): boolean {
  return availableParallelism() > 1 && spawnSync(pinTool, ['--version']).status === 0;
}

/** The flags of `npm start`. */
function serverFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

export interface PinnedOptions {
  /** Null: not pinned. */
  readonly core: number | null;
  readonly setup: Setup;
}

/** Starts this benchmark again as one of its parts. Answers come in the order of the questions. */
export async function startPinned({ core, setup }: PinnedOptions): Promise<PinnedProcess> {
  const script = process.argv[1] ?? '';
  const node = [
    process.execPath,
    ...(setup.role === 'gateway' ? serverFlags() : []),
    '--import',
    'tsx',
    script,
    '--part',
    JSON.stringify(setup),
  ];
  const [command = '', ...args] = core === null ? node : [pinTool, '-c', String(core), ...node];
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' });
  const ask = (order: Order): Promise<unknown> => {
    child.send(order);
    return answerOf(child, setup);
  };
  const ready = (await answerOf(child, setup)) as Ready;
  return {
    ...ready,
    cpu: async () => (await ask({ kind: 'cpu' })) as number,
    load: async (order) => (await ask({ kind: 'load', order })) as LoadReport,
    startProfile: async () => {
      await ask({ kind: 'profile', file: null });
    },
    writeProfile: async (file) => {
      await ask({ kind: 'profile', file });
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.send({ kind: 'stop' } satisfies Order);
      await exited;
    },
  };
}

async function answerOf(child: ChildProcess, { role }: Setup): Promise<unknown> {
  const stopped = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: stopped.signal }).then(([message]: unknown[]) => message),
      once(child, 'exit', { signal: stopped.signal }).then(([code]: unknown[]) => {
        throw new Error(`the process for "${role}" ended with ${String(code)}`);
      }),
    ]);
  } finally {
    stopped.abort();
  }
}
