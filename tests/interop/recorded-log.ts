import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatVerifierKey, parsePolicy } from '@parlance/log';
import { expect, vi } from 'vitest';
import { parlance, type Run } from '../process/run-parlance.ts';

/** What a real gateway with two witnesses left behind and told its readers. */
export interface RecordedLog {
  readonly vkey: string;
  readonly witnesses: readonly string[];
  /** Address of the gateway's log, which still runs. */
  readonly address: string;
  /** Copy of the folder with checkpoint and tiles. */
  readonly tree: string;
  /** File with a checkpoint from before the answers. */
  readonly older: string;
  /** Files with receipts of answers that were changed and that were not. */
  readonly receipts: readonly string[];
}

const name = 'log.example/interop';

async function stopped({ child, exited }: Run): Promise<void> {
  child.kill('SIGTERM');
  expect(await exited).toBe(0);
}

async function printed(run: Run, pattern: RegExp): Promise<string> {
  return vi.waitUntil(() => pattern.exec(run.printed())?.[1], { timeout: 60_000 });
}

/** The address of a gateway on its data folder. */
async function serving(
  data: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly run: Run; readonly address: string }> {
  const run = parlance(['serve'], { PARLANCE_DATA: data, PARLANCE_LOG: 'silent', PARLANCE_LOG_NAME: name, ...more });
  const address = await printed(run, /ready: (\S+)/);
  return { run, address };
}

/** The line of a policy. */
async function witnessOf(folder: string, which: string, vkey: string): Promise<string> {
  const state = join(folder, which);
  const run = parlance(['witness', '--state', state, '--name', `witness.example/${which}`, '--log', vkey, '--port', '0']);
  return `witness ${which} ${await printed(run, /^witness \S+ (.*)$/m)}`;
}

async function ask(address: string, key: string, content: string): Promise<string> {
  const response = await fetch(`${address}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'parlance', messages: [{ role: 'user', content }] }),
  });
  const id = /"status":"promised","id":"([^"]+)"/.exec(await response.text())?.[1];
  if (id === undefined) throw new Error(`no promise: ${response.status}`);
  return id;
}

/** So many changed answers that the log has a full tile, and some that were not changed. */
async function askMany(address: string, key: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const client = async (): Promise<void> => {
    for (let count = 0; count < 35; count++) ids.push(await ask(address, key, 'Ma ei taha enam elada.'));
    ids.push(await ask(address, key, 'Kuidas taotleda passi?'));
  };
  await Promise.all(Array.from({ length: 8 }, client));
  return ids;
}

/** Starts witnesses and a gateway, asks, waits until all is in the log and cosigned, and fetches receipts. The processes are left to `stopAll`. */
export async function recordLog(folder: string): Promise<RecordedLog> {
  const data = join(folder, 'data');
  // The witnesses must know the key of the log before it asks them.
  await stopped((await serving(data)).run);
  const policy = parsePolicy(readFileSync(join(data, 'log', 'policy.txt')));
  if (!policy.ok) throw new Error(policy.code);
  const vkey = formatVerifierKey(policy.value.logs[0]!.key);
  const lines = [await witnessOf(folder, 'w1', vkey), await witnessOf(folder, 'w2', vkey)];
  const witnessFile = join(folder, 'witnesses.txt');
  writeFileSync(witnessFile, [...lines, 'group both 2 w1 w2', 'quorum both', ''].join('\n'));
  const { address } = await serving(data, { PARLANCE_WITNESSES: witnessFile });
  const older = join(folder, 'older');
  writeFileSync(older, await (await fetch(`${address}/log/checkpoint`)).text());
  const ids = await askMany(address, readFileSync(join(data, 'development-key'), 'utf8').trim());
  const receipts = await fetchReceipts(address, [...ids.slice(0, 12), ...ids.slice(-12)], join(folder, 'receipts'));
  const tree = join(folder, 'tree');
  const [shard = ''] = readdirSync(join(data, 'log')).filter((each) => each !== 'policy.txt');
  cpSync(join(data, 'log', shard, 'tree'), tree, { recursive: true });
  return { vkey, witnesses: lines.map((line) => line.split(' ')[2] ?? ''), address: `${address}/log/${shard}`, tree, older, receipts };
}

async function fetchReceipts(address: string, ids: readonly string[], folder: string): Promise<readonly string[]> {
  mkdirSync(folder);
  const receiptOf = async (id: string): Promise<string> => (await fetch(`${address}/v1/parlance/receipts/${id}`)).text();
  const last = ids.at(-1) ?? '';
  // Two cosignatures besides the log's own.
  const isCosigned = async (): Promise<boolean> => (await receiptOf(last)).split('\\n— witness.example/').length === 3;
  await vi.waitUntil(isCosigned, { timeout: 30_000, interval: 500 });
  return Promise.all(
    ids.map(async (id, index) => {
      const path = join(folder, `${index}.json`);
      writeFileSync(path, await receiptOf(id));
      return path;
    }),
  );
}
