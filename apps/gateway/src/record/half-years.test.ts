import { digestOfText } from '@parlance/core';
import { describe, expect, test } from 'vitest';
import { simulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { answered, pack } from '../../../../tests/log/recorded-folder.ts';
import {
  after,
  before,
  begin,
  cut,
  end,
  failDuringTurn,
  faultsOf,
  give,
  hour,
  isFrozen,
  next,
  old,
  packsIn,
  policyOf,
  provedIn,
  restarted,
  serverOn,
} from './testing/turning-server.ts';

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

  test('of which two packs were in force over the time, each answer is proved with the rules of its own pack, also one whose question was taken just before', async () => {
    const server = await serverOn(simulatedDisk(), before - 2 * hour);
    const { log } = server;
    const newer = { ...pack, version: '2.0.0', digest: digestOfText('2.0.0'), restrictions: [] };
    const under = (id: string, { version, digest }: typeof pack) => answered(id, { pack: { id: pack.id, version, digest } });
    const first = await give(log, cut('first'));
    const slow = cut('slow');
    await begin(log, slow);
    await log.drain();
    server.now = before;
    await log.putInForce({ pack: newer, release: null });
    const second = await give(log, under('second', newer));
    server.now = after;
    await log.drain();
    expect(log.origin).toBe(next);
    // Taken under the older pack before the newer one came, and written down after the turn.
    const late = await give(log, cut('late'));
    const third = await give(log, under('third', newer));
    const over = await end(log, slow);
    await log.drain();
    for (const id of [first, second, over]) expect(await provedIn(log, id)).toBe(old);
    for (const id of [late, third]) expect(await provedIn(log, id)).toBe(next);
    expect(packsIn(server, '2026h2')).toEqual(['1.0.0', '2.0.0']);
    expect(packsIn(server, '2027h1')).toEqual(['1.0.0', '2.0.0']);
    expect(await faultsOf(server)).toEqual([]);
    await log.close();
  });

  test('a pack that was replaced long before it is in the new log no more', async () => {
    const server = await serverOn(simulatedDisk(), before - 2 * hour);
    const { log } = server;
    await log.putInForce({ pack: { ...pack, version: '2.0.0', digest: digestOfText('2.0.0') }, release: null });
    server.now = after;
    await log.drain();
    expect(packsIn(server, '2027h1')).toEqual(['2.0.0']);
    await log.close();
  });

  test('while another pack comes into force leaves the newer one the last that the new log tells of', async () => {
    const server = await serverOn(simulatedDisk());
    const { log } = server;
    const newer = { ...pack, version: '2.0.0', digest: digestOfText('2.0.0') };
    server.now = after;
    await Promise.all([log.putInForce({ pack: newer, release: null }), log.drain(), log.putInForce({ pack, release: null }), log.drain()]);
    expect(packsIn(server, '2027h1').at(-1)).toBe('1.0.0');
    await give(log, cut('fresh'));
    await log.drain();
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
  // The slow suite has every operation.
  const firsts = [
    ['fails', 1],
    ['short', 4],
    ['stops', 7],
  ] as const;

  test.each(firsts)('(%s) every promise is proved in the end, and both logs verify', async (kind, first) => {
    await failDuringTurn(kind, { first, step: 9 });
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
