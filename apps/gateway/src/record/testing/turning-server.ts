import { formatReceipt, parsePolicy, type Policy } from '@parlance/log';
import { auditShard, checkLog } from '@parlance/log/node';
import { verifyReceipt } from '@parlance/log/verify';
import { expect } from 'vitest';
import { type DiskFault, simulatedDisk, type SimulatedDisk } from '../../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { answered, omission, pack } from '../../../../../tests/log/recorded-folder.ts';
import { type AnswerLog, openAnswerLog } from '../answer-log.ts';
import { type Answered } from '../entry.ts';
import { receiptId } from '../receipt-id.ts';

export const before = Date.parse('2026-12-31T23:59:50Z');
export const after = Date.parse('2027-01-01T00:00:05Z');
export const hour = 3_600_000;
export const [old, next] = ['log.example/2026h2', 'log.example/2027h1'];

export interface Server {
  readonly disk: SimulatedDisk;
  readonly log: AnswerLog;
  readonly faults: readonly unknown[];
  /** Milliseconds; set by hand. */
  now: number;
}

export async function serverOn(disk: SimulatedDisk, now = before): Promise<Server> {
  const faults: unknown[] = [];
  const server = { disk, faults, now };
  const clock = { now: () => new Date(server.now), onFault: (error: unknown) => faults.push(error) };
  const log = await openAnswerLog({
    dataFolder: '/',
    name: 'log.example',
    inForce: { pack, release: null },
    ...clock,
    pause: 1_000_000,
    files: disk.files,
  });
  return Object.assign(server, { log });
}

export const restarted = ({ disk, now }: Server): Promise<Server> => serverOn(disk.restart('lost', Math.random), now);

export const cut = (id: string): Answered => answered(id, { edits: [omission] });

export async function begin(log: AnswerLog, { record }: Answered): Promise<void> {
  await log.intend({ id: record.id, pack: record.pack, charter: record.charter, request: record.commitments.request });
}

export async function end(log: AnswerLog, answer: Answered): Promise<string> {
  const { position } = await log.settle(answer);
  return receiptId(position, answer.record.id);
}

export async function give(log: AnswerLog, answer: Answered): Promise<string> {
  await begin(log, answer);
  return end(log, answer);
}

export function policyOf(log: AnswerLog): Policy {
  const policy = parsePolicy(log.policy);
  if (!policy.ok) throw new Error(policy.code);
  return policy.value;
}

/** `log.example/2026h2` for what is proved there, else what verification says. */
export async function provedIn(log: AnswerLog, id: string): Promise<string> {
  const receipt = await log.receipt(id);
  if (receipt === null) return 'no receipt';
  const policy = policyOf(log);
  const options = { policy, keys: policy.logs.map(({ key }) => key), now: BigInt(after / 1000) };
  const { verdict } = await verifyReceipt(formatReceipt(receipt), options);
  return verdict.kind === 'proved' ? verdict.log : verdict.kind;
}

/** Every byte of both logs, and what the audit says of them. */
export async function faultsOf({ disk, log }: Server): Promise<readonly unknown[]> {
  const policy = policyOf(log);
  const found: unknown[] = [];
  for (const { key } of policy.logs) {
    const home = `/log/${key.name.split('/').at(-1) ?? ''}`;
    const tree = `${home}/tree`;
    found.push(...(await checkLog({ files: disk.files, folder: tree, origin: key.name, key })).issues);
    found.push(...(await auditShard({ files: disk.files, home, tree, policy, now: BigInt(after / 1000 + 7200) })).faults);
  }
  return found;
}

export async function isFrozen({ disk }: Server, shard: string): Promise<boolean> {
  const state = await disk.files.read(`/log/${shard}/tree/.state/treeState`);
  return /"frozenAt":"/.test(new TextDecoder().decode(state ?? new Uint8Array()));
}

/** Versions of packs that the log of a half-year tells of, in order. */
export function packsIn({ disk }: Server, shard: string): readonly string[] {
  const bundles = [...disk.everything()].flatMap(([path, bytes]) => (path.includes(`/${shard}/tree/tile/entries/`) ? [bytes] : []));
  const widest = bundles.reduce((found, bytes) => (bytes.length > found.length ? bytes : found), new Uint8Array());
  const text = new TextDecoder().decode(widest);
  return [...text.matchAll(/"leaf":"release"[^}]*"subject":"pack"[^}]*"version":"([^"]+)"/g)].map(([, version = '']) => version);
}

/** Two answers before it, one that goes over it, one after it. */
async function session(server: Server, given: string[]): Promise<void> {
  const { log } = server;
  const keep = async (id: Promise<string>): Promise<void> => {
    await id.then((one) => given.push(one)).catch(() => undefined);
  };
  await keep(give(log, cut('b')));
  const over = answered('c');
  const isBegun = await begin(log, over).then(
    () => true,
    () => false,
  );
  server.now = after;
  await log.drain().catch(() => undefined);
  if (isBegun) await keep(end(log, over));
  await keep(give(log, answered('d')));
  await log.drain().catch(() => undefined);
}

/** Lets one operation of the disk fail, from the first on in steps, while a server goes over the turn; starts it again, and looks at what is there. */
export async function failDuringTurn(
  kind: DiskFault['kind'],
  { first, step }: { readonly first: number; readonly step: number },
): Promise<void> {
  const whole = await serverOn(simulatedDisk());
  whole.disk.failAt(null);
  await session(whole, []);
  const operations = whole.disk.operations();
  expect(operations).toBeGreaterThan(60);
  for (let at = first; at <= operations; at += step) {
    const server = await serverOn(simulatedDisk());
    server.disk.failAt({ at, kind, errno: 'EIO' });
    const given: string[] = [];
    await Promise.race([session(server, given), new Promise((resolve) => setTimeout(resolve, 50))]);
    // A session that hangs goes on behind our back when its disk works again.
    const promises = [...given];
    server.now = after;
    const second = await restarted(server);
    await second.log.drain();
    for (const id of promises) expect([old, next], `${kind} at ${at}: ${id}`).toContain(await provedIn(second.log, id));
    expect(await faultsOf(second), `${kind} at ${at}`).toEqual([]);
    await second.log.close();
  }
}
