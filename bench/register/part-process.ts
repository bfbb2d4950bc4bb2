import { spawn } from 'node:child_process';
import { on } from 'node:events';
import { type Part } from './part.ts';

/** A process of this benchmark, seen from outside. */
export interface PartProcess {
  /** What it tells next. Throws where it has ended. */
  next(): Promise<unknown>;
  ask(): void;
  stop(): Promise<void>;
}

/** Starts this benchmark again as one of its parts. */
export function startPart(part: Part): PartProcess {
  const node = ['--import', 'tsx', process.argv[1] ?? '', '--part', JSON.stringify(part, bigintAsText)];
  const child = spawn(process.execPath, node, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  const ended = new AbortController();
  child.once('exit', () => {
    ended.abort(new Error(`the process for "${part.role}" ended`));
  });
  const told = on(child, 'message', { signal: ended.signal });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    async next() {
      const { value } = (await told.next()) as { readonly value: readonly [unknown] };
      return value[0];
    },
    ask: () => child.send('grow'),
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}

/** What a part tells that ends with it. */
export async function toldBy(part: Part): Promise<unknown> {
  const started = startPart(part);
  const told = await started.next();
  await started.stop();
  return told;
}

export function readPart(text: string): Part {
  return JSON.parse(text, textAsBigint) as Part;
}

function bigintAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? { bigint: String(value) } : value;
}

function textAsBigint(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'bigint' in value ? BigInt(String(value.bigint)) : value;
}
