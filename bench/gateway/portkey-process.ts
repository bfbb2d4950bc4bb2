import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pinTool } from './pinned-process.ts';
import { type Served } from './served.ts';

export interface PortkeyOptions {
  /** Where `@portkey-ai/gateway` is installed. */
  readonly folder: string;
  /** Null: not pinned. */
  readonly core: number | null;
}

export interface ServedPortkey extends Served {
  /** Microseconds of processor time so far, all threads, user and system. */
  cpu(): Promise<number>;
}

const longestWait = 20_000;

/** Loaded before Portkey's own code, so that its processor time is told by the same call as that of all others. */
const tellsItsTime = 'process.on("message",()=>{const{user,system}=process.cpuUsage();process.send(user+system)})';

/** Portkey's gateway as its package starts it, in a process of its own. */
export async function startPortkey({ folder, core }: PortkeyOptions): Promise<ServedPortkey> {
  const port = await freePort();
  const script = join(folder, 'node_modules', '@portkey-ai', 'gateway', 'build', 'start-server.js');
  const node = [process.execPath, '--import', `data:text/javascript,${tellsItsTime}`, script, `--port=${port}`, '--headless'];
  const [command = '', ...args] = core === null ? node : [pinTool, '-c', String(core), ...node];
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const address = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    const exited = once(child, 'exit');
    if (child.kill()) await exited;
  };
  const began = performance.now();
  while (performance.now() - began < longestWait) {
    if (await answers(address)) return { address, close, cpu: () => timeOf(child) };
    await sleep(100);
  }
  await close();
  throw new Error(`nothing answers for ${script}`);
}

async function timeOf(child: ChildProcess): Promise<number> {
  const told = once(child, 'message');
  child.send('time');
  return Number((await told)[0]);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}
