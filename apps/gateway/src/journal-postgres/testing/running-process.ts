import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A process of a test, with its own connections. It ends with the test. */
export interface RunningProcess {
  /** Resolves when it has printed a line that begins like this. */
  printed(beginning: string): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** What it wrote to its error output, once it has ended. */
  ended(): Promise<string>;
}

export function startWriter(...args: readonly string[]): RunningProcess {
  return start(new URL('./writing-process.ts', import.meta.url), args);
}

export function startDrainer(...args: readonly string[]): RunningProcess {
  return start(new URL('./draining-process.ts', import.meta.url), args);
}

function start(script: URL, args: readonly string[]): RunningProcess {
  const command = ['--conditions=source', '--import', 'tsx', fileURLToPath(script), ...args];
  const child: ChildProcess = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  // Also one that a failing test has left paused.
  onTestFinished(() => void child.kill('SIGKILL'));
  let [text, errors] = ['', ''];
  child.stdout?.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (errors += part.toString()));
  return {
    async printed(beginning) {
      for (;;) {
        const line = text.split('\n').find((candidate) => candidate.startsWith(beginning));
        if (line !== undefined) return line;
        if (child.exitCode !== null) throw new Error(`ended before it printed ${beginning}: ${text.slice(-500)} ${errors}`);
        await sleep(1);
      }
    },
    signal: (name) => {
      child.kill(name);
    },
    async ended() {
      await closed;
      return errors;
    },
  };
}
