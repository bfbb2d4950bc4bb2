import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { checkLog } from '../check/check-log.ts';
import { nodeFiles } from '../files/node-files.ts';
import { openFileJournal } from '../journal/file-journal.ts';
import { createLogWriter } from '../writer/create-log-writer.ts';
import { origin, signer, textOf } from '../writer/testing/test-log.ts';

export interface KillLoop {
  readonly folder: string;
  readonly cycles: number;
  readonly random: () => number;
}

/** Starts the process, lets it work for a moment, kills it with SIGKILL, again and again; then looks whether all that it acknowledged is there, once. */
export async function killLoop({ folder, cycles, random }: KillLoop): Promise<{ readonly acknowledged: number; readonly size: bigint }> {
  const acknowledged = new Map<bigint, string>();
  let size = 0n;
  const script = await bundled(folder);
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const line of await oneLife([script, folder, String(cycle)], random() * 60)) {
      const [kind, number = '', text = ''] = line.split(' ');
      if (kind === 'journal') acknowledged.set(BigInt(number), text);
      else size = BigInt(number) > size ? BigInt(number) : size;
    }
  }
  await expectAll(folder, acknowledged, size);
  return { acknowledged: acknowledged.size, size };
}

/** The whole lines that the process printed, after its first one. It is killed a moment after that. */
async function oneLife(args: readonly string[], milliseconds: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [text, errors] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    if (text === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    text += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  await once(child, 'close');
  expect([child.signalCode, errors]).toEqual(['SIGKILL', '']);
  return text.split('\n').slice(0, -1);
}

/** One plain file starts ten times as fast as the sources, and it is started a thousand times. */
async function bundled(folder: string): Promise<string> {
  const outfile = join(folder, 'appending-process.mjs');
  const entry = fileURLToPath(new URL('./appending-process.ts', import.meta.url));
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', conditions: ['source'], outfile, logLevel: 'error' });
  return outfile;
}

async function expectAll(folder: string, acknowledged: ReadonlyMap<bigint, string>, size: bigint): Promise<void> {
  const log = { files: nodeFiles, folder: join(folder, 'log') };
  const writer = await createLogWriter({ ...log, origin, signer, now: () => new Date() });
  const options = {
    files: nodeFiles,
    folder: join(folder, 'journal'),
    shard: origin,
    randomBytes: (count: number) => new Uint8Array(count),
  };
  const { journal } = await openFileJournal(options);
  const found: string[] = [];
  for (let position = 0n; position < writer.size(); position++) found.push(textOf(await writer.readEntry(position)));
  for await (const { record } of journal.read(writer.cursor())) found.push(textOf(record));
  expect(writer.size() >= size).toBe(true);
  expect(new Set(found).size).toBe(found.length);
  expect([...acknowledged].filter(([position, text]) => found[Number(position)] !== text)).toEqual([]);
  expect(await checkLog({ ...log, origin, key: signer })).toMatchObject({ issues: [], size: writer.size() });
  await journal.close();
  await writer.close();
}
