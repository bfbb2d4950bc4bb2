import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from '../../../../packages/log/src/node/journal/testing/journal-contract.ts';
import { openPostgresJournal } from './index.ts';
import { type PostgresServer, startPostgres } from './testing/postgres-server.ts';
import { type RunningProcess, startDrainer, startWriter } from './testing/running-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-drainers-'));
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => {
  server.remove();
  rmSync(folder, { recursive: true });
});

interface Drained {
  readonly owner: string;
  readonly position: string;
  readonly record: string;
}

/** A journal in a database of its own, with the table that the drainers fill; no constraint keeps a record from being there twice. */
async function freshJournal() {
  const database = await server.freshDatabase();
  const [address, shard] = [server.addressOf(database), randomUUID()];
  const journal = await openPostgresJournal({ connection: address, shard });
  await server.asSuperuser(
    database,
    'create table drained (line bigserial primary key, owner text, position bigint, record text)',
    'alter table drained owner to parlance',
  );
  const drained = () => server.asSuperuser<Drained>(database, 'select owner, position, record from drained order by line');
  const lease = () => server.asSuperuser(database, 'select owner, fence, cursor from journal_drainer');
  const isDrained = async () => {
    const { next } = await journal.span();
    for (;;) {
      const [row] = await server.asSuperuser<{ cursor: string }>(database, 'select cursor from journal_drainer');
      if (BigInt(row?.cursor ?? 0) === next) return;
      await sleep(20);
    }
  };
  return { address, shard, journal, drained, lease, isDrained };
}

describe('writers and drainers that are processes', () => {
  test('each acknowledged record is drained once and in order, however often drainers and a writer are killed', async () => {
    const { address, shard, journal, drained, isDrained } = await freshJournal();
    const fileOf = (name: string) => join(folder, `${shard}-${name}`);
    const writer = (name: string) => startWriter(address, shard, name, fileOf(name));
    const names = ['one', 'two', 'three'];
    const [writers, killed] = [names.map(writer), writer('killed')];
    let drainer = startDrainer(address, shard, 'drainer-0', '500', 'inside', '3');
    const outputs: string[] = [];
    for (let life = 1; life <= 5; life++) {
      await drainer.printed('outside');
      await sleep(100 + 37 * life);
      drainer.signal('SIGKILL');
      if (life === 3) killed.signal('SIGKILL');
      outputs.push(await drainer.ended());
      drainer = startDrainer(address, shard, `drainer-${life}`, '500', 'inside', '3');
    }
    for (const one of writers) one.signal('SIGTERM');
    outputs.push(...(await Promise.all([...writers, killed].map((one) => one.ended()))));
    await isDrained();
    drainer.signal('SIGKILL');
    outputs.push(await drainer.ended());
    expect(outputs.join('')).toBe('');

    const rows = await drained();
    const acknowledged = new Map([...names, 'killed'].flatMap((name) => notesOf(fileOf(name))));
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => String(index)));
    expect([...acknowledged].filter(([position, record]) => rows[Number(position)]?.record !== record)).toEqual([]);
    // A writer that is killed may have written what it never heard of.
    const unheard = rows.filter(({ position }) => !acknowledged.has(position));
    expect(unheard.every(({ record }) => record.startsWith('killed/'))).toBe(true);
    expect(unheard.length).toBeLessThanOrEqual(5);
    expect(new Set(rows.map(({ record }) => record)).size).toBe(rows.length);
    expect(acknowledged.size).toBeGreaterThan(1_000);
    expect(new Set(rows.map(({ owner }) => owner)).size).toBeGreaterThan(3);
    await journal.close();
  }, 240_000);

  test('a writer that is paused, at whatever moment, holds up nobody', async () => {
    const { address, shard, journal } = await freshJournal();
    const writer = startWriter(address, shard, 'paused', join(folder, `${shard}-paused`));
    await writer.printed('writing');
    const times: number[] = [];
    for (let round = 0; round < 30; round++) {
      await sleep(20 + (round % 7));
      writer.signal('SIGSTOP');
      const start = performance.now();
      await journal.append([bytesOf(`other ${round}`)]);
      times.push(performance.now() - start);
      writer.signal('SIGCONT');
    }
    writer.signal('SIGTERM');
    expect(await writer.ended()).toBe('');
    expect(Math.max(...times)).toBeLessThan(2_000);
    await journal.close();
  });

  test.each([
    // The database has ended its connection.
    ['inside a transaction', 'inside', 'connection'],
    ['outside of a transaction', 'outside', 'lease_lost'],
  ])('a drainer that is paused %s for longer than its lease changes nothing when it wakes up', async (_title, place, code) => {
    const { address, shard, journal, drained, lease, isDrained } = await freshJournal();
    const append = (text: string) => journal.append(Array.from({ length: 400 }, (_, index) => bytesOf(`${text} ${index}`)));
    await append('before');
    const paused = startDrainer(address, shard, 'paused', '400', place, '1000');
    await paused.printed(place);
    paused.signal('SIGSTOP');
    const next = startDrainer(address, shard, 'next', '400', 'inside', '0');
    await next.printed('acquired');
    await append('after');
    await isDrained();
    await end(next);
    const before = { drained: await drained(), lease: await lease(), span: await journal.span() };
    paused.signal('SIGCONT');
    expect(await paused.printed('failed')).toBe(`failed ${code}`);
    expect(await paused.ended()).toBe('');
    expect({ drained: await drained(), lease: await lease(), span: await journal.span() }).toEqual(before);
    expect(before.drained.map(({ position }) => position)).toEqual(Array.from({ length: 800 }, (_, index) => String(index)));
    expect(before.drained.at(-1)?.owner).toBe('next');
    await journal.close();
  });
});

async function end(process: RunningProcess): Promise<void> {
  process.signal('SIGKILL');
  await process.ended();
}

/** Whole lines: a process may be killed in the middle of one. */
function notesOf(file: string): readonly (readonly [string, string])[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const [position = '', record = ''] = line.split(' ');
    return [position, record] as const;
  });
}
