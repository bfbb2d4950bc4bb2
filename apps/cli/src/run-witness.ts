import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { formatVerifierKey, type Signer, type VerifierKey } from '@parlance/log';
import { makeWitnessKey, nodeFiles, openWitnessStore, readWitnessKey, witnessListener, type WitnessStore } from '@parlance/log/node';
import { clean, issuesFound } from './exit-codes.ts';

export interface WitnessSettings {
  readonly state: string;
  readonly name: string;
  readonly logs: readonly VerifierKey[];
  readonly host: string;
  readonly port: number;
  /** Null for the one in the state folder. */
  readonly keyFile: string | null;
  readonly takeOver: boolean;
}

/** Milliseconds that a request may take to arrive, and that requests under way have when the witness is told to stop. */
const requestTime = 10_000;
const drainTime = 2_000;
const mostConnections = 512;

/** Runs a witness until a signal stops it or it cannot store its state; gives the exit code. Says itself why it cannot run. */
export async function runWitness(settings: WitnessSettings): Promise<number> {
  try {
    const { store, signer } = await openState(settings);
    try {
      return await answerUntilStopped(settings, store, signer);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    process.stderr.write(`${error.message}${error.code === 'log_owned' ? ' (here: --take-over)' : ''}\n`);
    return issuesFound;
  }
}

async function openState({
  state,
  name,
  keyFile,
  takeOver,
}: WitnessSettings): Promise<{ readonly store: WitnessStore; readonly signer: Signer }> {
  makeFolder(state);
  const path = keyFile ?? join(state, 'key');
  const found = await readWitnessKey({ path, name });
  if (found === null && keyFile !== null) throw new CodedError('key_missing', `--key: ${path}: no such file`);
  // A key of its own was made in this very folder, after its state was: without that state it is not known what it cosigned.
  const mayBeNew = found === null || keyFile !== null;
  const store = await openWitnessStore({ files: nodeFiles, folder: state, mayBeNew, takeOver: takeOver ? 'always' : 'if-gone' });
  try {
    return { store, signer: found ?? (await newKey({ path, name })) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function newKey(file: { readonly path: string; readonly name: string }): Promise<Signer> {
  await makeWitnessKey(file, randomBytes(32));
  const signer = await readWitnessKey(file);
  if (signer === null) throw new CodedError('key_missing', `${file.path}: the key that was just made is gone`);
  return signer;
}

async function answerUntilStopped(settings: WitnessSettings, store: WitnessStore, signer: Signer): Promise<number> {
  const { logs } = settings;
  let stop: (code: number) => void = () => undefined;
  const stopped = new Promise<number>((resolve) => (stop = resolve));
  const listener = witnessListener({
    ...{ signer, logs, store, now: () => new Date() },
    onFork: ({ origin, size }) => {
      process.stderr.write(
        `${origin} signed two roots for the size ${String(size)}: it was not cosigned; tell those who rely on this log\n`,
      );
    },
    // Whoever starts it again makes it read from the disk what is there.
    onFault: (error) => {
      process.stderr.write(`${error instanceof CodedError ? error.message : 'the key did not sign'}\n`);
      stop(issuesFound);
    },
  });
  const server = createServer({ requestTimeout: requestTime, headersTimeout: requestTime }, listener);
  server.maxConnections = mostConnections;
  await listen(server, settings);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(clean);
    });
  }
  process.stdout.write(greeting(signer, { address: addressOf(server, settings), logs, store }));
  const code = await stopped;
  await drain(server);
  return code;
}

async function listen(server: Server, { host, port }: WitnessSettings): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    const why = errno === 'EADDRINUSE' ? `the port is taken; stop the other program, or give another --port (0 takes any free one)` : errno;
    throw new CodedError('address_unusable', `cannot listen on ${host} port ${port}: ${why}`, { cause });
  }
}

function addressOf(server: Server, { host }: WitnessSettings): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

interface Greeting {
  readonly address: string;
  readonly logs: readonly VerifierKey[];
  readonly store: WitnessStore;
}

function greeting(signer: Signer, { address, logs, store }: Greeting): string {
  const vkey = formatVerifierKey(signer);
  const origins = [...new Set(logs.map(({ name }) => name))];
  return [
    `${signer.name} answers at ${address}`,
    `key ${vkey}`,
    ...origins.map((origin) => `log ${origin}, cosigned up to ${String(store.tree(origin).size)}`),
    '',
    'For the policy of those who trust this witness, with the address at which they reach it:',
    `witness ${signer.name} ${vkey} ${address}`,
    '',
  ].join('\n');
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, drainTime);
  await closed;
  clearTimeout(timer);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new CodedError('state_unusable', `--state: ${path} cannot be made (${errno})`, { cause });
  }
}
