import { simulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AnswerLog } from './answer-log.ts';
import { answered, law, openLog, give, verdictOf, folderCheck, leavesOf, start, hash } from './testing/answer-logs.ts';
import { within } from './within.ts';

describe('an answer', () => {
  test('is promised at once and proved with the next batch, changed or not', async () => {
    const log = await openLog({ disk: simulatedDisk() });
    const ids = [await give(log, answered('plain')), await give(log, answered('cut', { edits: [law] }))];
    for (const id of ids) expect(await verdictOf(log, await log.receipt(id))).toMatchObject({ kind: 'promised' });
    await log.drain();
    const [plain, cut] = await Promise.all(ids.map((id) => log.receipt(id)));
    expect([plain?.proved?.leaf, cut?.proved?.leaf]).toEqual(['tally', 'mediation']);
    expect(await verdictOf(log, plain!)).toMatchObject({ kind: 'proved', log: 'log.example/2026h2' });
    expect(await verdictOf(log, cut!)).toMatchObject({ kind: 'proved' });
    await log.close();
  });

  test('that comes with many others shares their promise, and each is proved', async () => {
    const log = await openLog({ disk: simulatedDisk() });
    const ids = await Promise.all(
      Array.from({ length: 150 }, (_, index) => give(log, answered(`a${index}`, index % 3 === 0 ? { edits: [law] } : {}))),
    );
    const notes = new Set((await Promise.all(ids.map((id) => log.receipt(id)))).map((receipt) => receipt?.promise.note));
    expect(notes.size).toBeLessThan(20);
    await log.drain();
    for (const id of ids) expect(await verdictOf(log, await log.receipt(id))).toMatchObject({ kind: 'proved' });
    await log.close();
  });

  test('has no receipt under another id', async () => {
    const log = await openLog({ disk: simulatedDisk() });
    const id = await give(log, answered('chatcmpl-1'));
    const strange = [
      id.replace('chatcmpl-1', 'chatcmpl-2'),
      'chatcmpl-1',
      '',
      '.',
      '99.chatcmpl-1',
      '-1.chatcmpl-1',
      `0${id}`,
      '1e3.x',
      `${'9'.repeat(30)}.x`,
    ];
    for (const other of strange) expect(await log.receipt(other)).toBeNull();
    await log.drain();
    for (const other of strange) expect(await log.receipt(other)).toBeNull();
    expect(await log.receipt(id)).not.toBeNull();
    await log.close();
  });
});

test('answers that come while a batch closes are left for the next one', async () => {
  const log = await openLog({ disk: simulatedDisk() });
  await give(log, answered('first'));
  const draining = { isOver: false };
  const more = (async (): Promise<string> => {
    for (let count = 0; ; count++) {
      const id = await give(log, answered(`more${count}`));
      if (draining.isOver || count === 2000) return id;
    }
  })();
  const before = log.published().size;
  await log.drain();
  draining.isOver = true;
  expect(log.published().size).toBe(before + 1n);
  expect((await log.receipt(await more))?.proved).toBeNull();
  await log.close();
});

test('partial tiles go when full ones have taken their place', async () => {
  const disk = simulatedDisk();
  const log = await openLog({ disk });
  const partials = (): readonly string[] =>
    [...disk.everything().keys()].filter((path) => path.startsWith(log.folder) && path.includes('.p/'));
  for (let batch = 0; batch < 3; batch++) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => give(log, answered(`${batch}-${index}`, { edits: [law] }))));
    await log.drain();
  }
  const size = Number(log.published().size);
  expect(size).toBeGreaterThan(256);
  await expect
    .poll(() => partials().map((path) => path.slice(log.folder.length)))
    .toEqual([
      expect.stringMatching(/^\/tile\/(0|entries)\/001\.p\/\d+$/),
      expect.stringMatching(/^\/tile\/(0|entries)\/001\.p\/\d+$/),
      '/tile/1/000.p/1',
    ]);
  expect((await folderCheck(log, disk)).issues).toEqual([]);
  await log.close();
});

describe('after a restart', () => {
  test('promises are kept, and proofs are there', async () => {
    const disk = simulatedDisk();
    const first = await openLog({ disk });
    const proved = await give(first, answered('proved'));
    await first.drain();
    const promised = await give(first, answered('promised', { edits: [law] }));
    const second = await openLog({ disk: disk.restart('lost', Math.random) });
    expect(await verdictOf(second, await second.receipt(proved))).toMatchObject({ kind: 'proved' });
    expect(await verdictOf(second, await second.receipt(promised))).toMatchObject({ kind: 'promised' });
    await second.drain();
    expect(await verdictOf(second, await second.receipt(promised))).toMatchObject({ kind: 'proved' });
    await second.close();
  });

  test('what was asked and never answered is settled as an outage, once, also when a batch had closed in between', async () => {
    const disk = simulatedDisk();
    const first = await openLog({ disk });
    const lost = answered('lost');
    await first.intend({ id: 'lost', pack: lost.record.pack, charter: lost.record.charter, request: hash });
    await give(first, answered('other'));
    await first.drain();
    const second = await openLog({ disk: disk.restart('lost', Math.random) });
    await second.drain();
    const third = await openLog({ disk: disk.restart('nothing', Math.random) });
    await third.drain();
    const leaves = leavesOf(third, disk);
    const tallies = leaves.filter(({ leaf }) => leaf === 'tally');
    expect(tallies.map((tally) => tally['endings'])).toEqual([{ done: 1 }, { outage: 1 }]);
    expect(leaves.filter(({ leaf, ending }) => leaf === 'mediation' && ending === 'outage')).toHaveLength(1);
    await third.close();
  });

  test('rules are in the log once, before anything else', async () => {
    const disk = simulatedDisk();
    const first = await openLog({ disk });
    await give(first, answered('one'));
    await first.close();
    const later = new Date(start.getTime() + 7_200_000);
    const second = await openLog({ disk: disk.restart('nothing', Math.random), now: () => later });
    const kinds = leavesOf(second, disk).map(({ leaf }) => leaf);
    expect(kinds.at(-1)).toBe('tally');
    expect(new Set(kinds.slice(0, -1))).toEqual(new Set(['release', 'rule']));
    await second.close();
  });

  test('a batch is never told to be earlier than the one before it, also where the clock was put back, and after a restart', async () => {
    const disk = simulatedDisk();
    const at = { now: new Date('2026-12-01T00:10:00Z') };
    const first = await openLog({ disk, now: () => at.now });
    await give(first, answered('one'));
    await first.drain();
    at.now = new Date('2026-11-30T23:50:00Z');
    await give(first, answered('two'));
    await first.close();
    const second = await openLog({ disk: disk.restart('nothing', Math.random), now: () => at.now });
    await give(second, answered('three'));
    await second.close();
    const tallies = leavesOf(second, disk).filter(({ leaf }) => leaf === 'tally');
    expect(tallies.map(({ period }) => period)).toEqual(['2026-12-01T00Z', '2026-12-01T00Z', '2026-12-01T00Z']);
  });

  test('the key of another log is refused', async () => {
    const disk = simulatedDisk();
    await (await openLog({ disk })).close();
    disk.tamper('/log/2026h2/key', () => new TextEncoder().encode('PRIVATE+KEY+x'));
    await expect(openLog({ disk: disk.restart('nothing', Math.random) })).rejects.toThrow('it is no signing key');
  });
});

describe('a half-year', () => {
  const before = new Date('2026-12-31T23:59:50Z');
  const after = new Date('2027-01-01T00:00:05Z');

  test('that is over keeps its promises: its answers are proved in its own log, whose receipts and key remain', async () => {
    const disk = simulatedDisk();
    const old = await openLog({ disk, now: () => before });
    const proved = await give(old, answered('proved'));
    await old.drain();
    const promised = await give(old, answered('promised', { edits: [law] }));
    const lost = answered('lost');
    await old.intend({ id: 'lost', pack: lost.record.pack, charter: lost.record.charter, request: hash });
    for (let start = 0; start < 2; start++) {
      const next = await openLog({ disk: disk.restart('nothing', Math.random), now: () => after });
      expect(next.origin).toBe('log.example/2027h1');
      for (const id of [proved, promised])
        expect(await verdictOf(next, await next.receipt(id))).toMatchObject({ kind: 'proved', log: 'log.example/2026h2' });
      const own = await give(next, answered(`new${start}`));
      await next.drain();
      expect(await verdictOf(next, await next.receipt(own))).toMatchObject({ kind: 'proved', log: 'log.example/2027h1' });
      await next.close();
    }
  });

  test('that has not come yet by the clock is no reason to begin another log', async () => {
    const disk = simulatedDisk();
    await (await openLog({ disk, now: () => after })).close();
    await expect(openLog({ disk: disk.restart('nothing', Math.random), now: () => before })).rejects.toThrow('set the clock');
  });

  test('that was frozen takes no promises that nobody could keep', async () => {
    const disk = simulatedDisk();
    await (await openLog({ disk, now: () => before })).close();
    const next = await openLog({ disk: disk.restart('nothing', Math.random), now: () => after });
    await next.close();
    // As if the newer one had never been: the old one stays frozen.
    for (const path of disk.everything().keys()) if (path.includes('/2027h1/')) disk.tamper(path, () => null);
    await disk.files.rename('/log/2027h1', '/away');
    await expect(openLog({ disk: disk.restart('nothing', Math.random), now: () => before })).rejects.toThrow('was frozen at');
  });
});

test('a journal that hangs is as good as one that fails', async () => {
  await expect(within(20, new Promise(() => undefined))).rejects.toMatchObject({ code: 'record_overdue' });
  await expect(within(1000, Promise.resolve(7))).resolves.toBe(7);
});

test('a disk that was full for a while stops answers, and no longer than that', async () => {
  const disk = simulatedDisk();
  const log = await openLog({ disk });
  disk.failAt({ at: 1, kind: 'short', errno: 'ENOSPC', stays: true });
  for (const id of ['a', 'b']) await expect(give(log, answered(id))).rejects.toThrow();
  await log.drain().catch(() => undefined);
  disk.failAt(null);
  const id = await give(log, answered('c', { edits: [law] }));
  await log.drain();
  expect(await verdictOf(log, await log.receipt(id))).toMatchObject({ kind: 'proved' });
  expect((await folderCheck(log, disk)).issues).toEqual([]);
  await log.close();
});

describe('whatever operation of the disk fails', () => {
  let operations = 0;
  const session = async (log: AnswerLog, given: string[]): Promise<void> => {
    for (const name of ['a', 'b', 'c']) given.push(await give(log, answered(name, name === 'b' ? { edits: [law] } : {})));
    await log.drain();
    given.push(await give(log, answered('d', { ending: 'law', edits: [law] })));
    await log.drain();
  };

  beforeAll(async () => {
    const disk = simulatedDisk();
    const log = await openLog({ disk });
    disk.failAt(null);
    await session(log, []);
    operations = disk.operations();
  });

  test.each(['fails', 'short', 'stops'] as const)('(%s) every promise that was given is proved in the end', async (kind) => {
    expect(operations).toBeGreaterThan(30);
    for (let at = 1; at <= operations; at++) {
      const disk = simulatedDisk();
      const log = await openLog({ disk });
      disk.failAt({ at, kind, errno: 'EIO' });
      const given: string[] = [];
      await Promise.race([session(log, given).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 50))]);
      // A session that hangs goes on behind our back when its disk works again.
      const promises = [...given];
      const after = disk.restart('mixed', Math.random);
      const next = await openLog({ disk: after });
      await next.drain();
      for (const id of promises)
        expect(await verdictOf(next, await next.receipt(id)), `${kind} at ${at}`).toMatchObject({ kind: 'proved' });
      expect((await folderCheck(next, after)).issues).toEqual([]);
      await next.close();
    }
  });
});
