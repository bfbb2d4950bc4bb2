import { formatReceipt, parsePolicy } from '@parlance/log';
import { auditShard, checkLog } from '@parlance/log/node';
import { verifyReceipt } from '@parlance/log/verify';
import { describe, expect, test } from 'vitest';
import { simulatedDisk, type SimulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { answered, omission, pack } from '../../../../tests/log/recorded-folder.ts';
import { type AnswerLog, openAnswerLog } from './answer-log.ts';
import { type Answered } from './entry.ts';
import { receiptId } from './receipt-id.ts';

const before = Date.parse('2026-12-31T23:59:50Z');
const after = Date.parse('2027-01-01T00:00:05Z');
const hour = 3_600_000;
const [old, next] = ['log.example/2026h2', 'log.example/2027h1'];

interface Server {
  readonly disk: SimulatedDisk;
  readonly log: AnswerLog;
  readonly faults: readonly unknown[];
  /** Milliseconds; set by hand. */
  now: number;
}

async function serverOn(disk: SimulatedDisk, now = before): Promise<Server> {
  const faults: unknown[] = [];
  const server = { disk, faults, now };
  const clock = { now: () => new Date(server.now), onFault: (error: unknown) => faults.push(error) };
  const log = await openAnswerLog({ dataFolder: '/', name: 'log.example', pack, ...clock, pause: 1_000_000, files: disk.files });
  return Object.assign(server, { log });
}

const restarted = ({ disk, now }: Server): Promise<Server> => serverOn(disk.restart('lost', Math.random), now);

const cut = (id: string): Answered => answered(id, { edits: [omission] });

async function begin(log: AnswerLog, { record }: Answered): Promise<void> {
  await log.intend({ id: record.id, pack: record.pack, charter: record.charter, request: record.commitments.request });
}

async function end(log: AnswerLog, answer: Answered): Promise<string> {
  const { position } = await log.settle(answer);
  return receiptId(position, answer.record.id);
}

async function give(log: AnswerLog, answer: Answered): Promise<string> {
  await begin(log, answer);
  return end(log, answer);
}

function policyOf(log: AnswerLog) {
  const policy = parsePolicy(log.policy);
  if (!policy.ok) throw new Error(policy.code);
  return policy.value;
}

/** `log.example/2026h2` for what is proved there, else what verification says. */
async function provedIn(log: AnswerLog, id: string): Promise<string> {
  const receipt = await log.receipt(id);
  if (receipt === null) return 'no receipt';
  const policy = policyOf(log);
  const options = { policy, keys: policy.logs.map(({ key }) => key), now: BigInt(after / 1000) };
  const { verdict } = await verifyReceipt(formatReceipt(receipt), options);
  return verdict.kind === 'proved' ? verdict.log : verdict.kind;
}

/** Every byte of both logs, and what the audit says of them. */
async function faultsOf({ disk, log }: Server): Promise<readonly unknown[]> {
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

async function isFrozen({ disk }: Server, shard: string): Promise<boolean> {
  const state = await disk.files.read(`/log/${shard}/tree/.state/treeState`);
  return /"frozenAt":"/.test(new TextDecoder().decode(state ?? new Uint8Array()));
}

describe('at the turn of a half-year', () => {
  test('the next batch goes over to the new log, whose rules are in it first; the old one is frozen and its receipts remain', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    const early = await give(log, cut('early'));
    await log.drain();
    const late = await give(log, answered('late'));
    server.now = after;
    const between = await give(log, answered('between'));
    expect(log.origin).toBe(old);
    await log.drain();
    expect([log.origin, log.folder]).toEqual([next, '/log/2027h1/tree']);
    expect(log.published().size).toBeGreaterThan(3n);
    expect(await isFrozen(server, '2026h2')).toBe(true);
    const fresh = await give(log, cut('fresh'));
    await log.drain();
    for (const id of [early, late, between]) expect(await provedIn(log, id)).toBe(old);
    expect(await provedIn(log, fresh)).toBe(next);
    expect(policyOf(log).logs.map(({ key }) => key.name)).toEqual([next, old]);
    expect(await faultsOf(server)).toEqual([]);
    await log.close();
    const again = (await restarted(server)).log;
    for (const id of [early, late, between]) expect(await provedIn(again, id)).toBe(old);
    expect(await provedIn(again, fresh)).toBe(next);
    expect(server.faults).toEqual([]);
    await again.close();
  });

  test('an answer ends in the log in which it began, which stays open until then', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    const answers = [cut('slow'), answered('slower')] as const;
    for (const answer of answers) await begin(log, answer);
    server.now = after;
    await log.drain();
    expect(log.origin).toBe(next);
    const fresh = await give(log, answered('fresh'));
    const slow = await end(log, answers[0]);
    expect(await provedIn(log, slow)).toBe('promised');
    await log.drain();
    expect([await provedIn(log, slow), await isFrozen(server, '2026h2')]).toEqual([old, false]);
    const slower = await end(log, answers[1]);
    await log.drain();
    expect([await provedIn(log, slower), await isFrozen(server, '2026h2')]).toEqual([old, true]);
    expect(await provedIn(log, fresh)).toBe(next);
    expect(await faultsOf(server)).toEqual([]);
    await log.close();
  });

  test('an answer that never comes is given up after an hour: it is an outage of the old log, and is told of no more', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    await begin(log, answered('lost'));
    server.now = after;
    await log.drain();
    server.now = after + hour;
    await log.drain();
    expect(await isFrozen(server, '2026h2')).toBe(false);
    server.now = after + hour + 1;
    await log.drain();
    expect(await isFrozen(server, '2026h2')).toBe(true);
    await expect(log.settle(answered('lost'))).rejects.toMatchObject({ code: 'record_overdue' });
    expect(await faultsOf(server)).toEqual([]);
    await log.close();
  });

  test('answers that are asked and given all the time are each proved in one log, and none is lost', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    const ids: string[] = [];
    const client = async (name: number): Promise<void> => {
      for (let count = 0; count < 20; count++)
        ids.push(await give(log, count % 4 === 0 ? cut(`${name}-${count}`) : answered(`${name}-${count}`)));
    };
    const clients = Array.from({ length: 8 }, (_, name) => client(name));
    await log.drain();
    server.now = after;
    await Promise.all([...clients, log.drain(), log.drain()]);
    const fresh = await give(log, answered('fresh'));
    await log.drain();
    const logs = await Promise.all(ids.map((id) => provedIn(log, id)));
    expect(logs).toHaveLength(160);
    expect(logs.filter((name) => name !== old && name !== next)).toEqual([]);
    expect(await provedIn(log, fresh)).toBe(next);
    expect(await faultsOf(server)).toEqual([]);
    await log.close();
  });

  test('a server that stops while old answers are under way settles them with its next start', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    await begin(log, answered('slow'));
    server.now = after;
    await log.drain();
    const fresh = await give(log, answered('fresh'));
    await log.close();
    const second = await restarted(server);
    const again = second.log;
    expect(await isFrozen(second, '2026h2')).toBe(true);
    expect(await provedIn(again, fresh)).toBe(next);
    expect(await faultsOf(second)).toEqual([]);
    await again.close();
  });
});

describe('a clock', () => {
  test('that goes back after the turn leads to no other log', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    server.now = after;
    await log.drain();
    server.now = before;
    const id = await give(log, answered('one'));
    await log.drain();
    expect([log.origin, await provedIn(log, id)]).toEqual([next, next]);
    server.now = after;
    await log.drain();
    expect(await faultsOf(server)).toEqual([]);
    await log.close();
  });

  test('that jumps over a whole half-year opens the log of the present one', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    await begin(log, answered('slow'));
    server.now = after;
    await log.drain();
    server.now = after + 200 * 24 * hour;
    await log.drain();
    await log.drain();
    expect(policyOf(log).logs.map(({ key }) => key.name)).toEqual(['log.example/2027h2', next, old]);
    expect([await isFrozen(server, '2026h2'), await isFrozen(server, '2027h1')]).toEqual([true, true]);
    await log.close();
  });
});

describe('whatever operation of the disk fails during the turn', () => {
  /** Two answers before it, one that goes over it, one after it. */
  const session = async (server: Server, given: string[]): Promise<void> => {
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
  };

  const kinds = ['fails', 'short', 'stops', 'fails', 'short'] as const;

  test.each([...kinds.entries()])('(%i: %s) every promise is proved in the end, and both logs verify', async (first, kind) => {
    const whole = await serverOn(simulatedDisk());
    whole.disk.failAt(null);
    await session(whole, []);
    const operations = whole.disk.operations();
    expect(operations).toBeGreaterThan(60);
    for (let at = 1 + first; at <= operations; at += kinds.length) {
      const server = await serverOn(simulatedDisk());
      server.disk.failAt({ at, kind, errno: 'EIO' });
      const given: string[] = [];
      await Promise.race([session(server, given), new Promise((resolve) => setTimeout(resolve, 50))]);
      const promises = [...given];
      server.now = after;
      const second = await restarted(server);
      const { log } = second;
      await log.drain();
      for (const id of promises) expect([old, next], `${kind} at ${at}: ${id}`).toContain(await provedIn(log, id));
      expect(await faultsOf(second), `${kind} at ${at}`).toEqual([]);
      await log.close();
    }
  });

  test('a disk that is full at the turn leaves the old log at work, and the turn comes when there is room', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    server.now = after;
    server.disk.failAt({ at: 1, kind: 'fails', errno: 'ENOSPC', stays: true });
    await expect(log.drain()).rejects.toMatchObject({ code: 'disk_full' });
    expect(log.origin).toBe(old);
    server.disk.failAt(null);
    const id = await give(log, answered('one'));
    await log.drain();
    expect([log.origin, await provedIn(log, id)]).toEqual([next, old]);
    expect(await faultsOf(server)).toEqual([]);
    await log.close();
  });
});
