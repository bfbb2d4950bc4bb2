import { describe, expect, test } from 'vitest';
import { type Files } from '@parlance/log/node';
import { simulatedDisk, type SimulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { type AnswerLog } from './answer-log.ts';
import { answered, law, openLog, give, intentOf, leavesOf } from './testing/answer-logs.ts';

describe('an answer whose record could not be written, whatever operation failed', () => {
  test.each(['fails', 'short'] as const)(
    '(%s) is in the log once, with its changes, as soon as answers are recorded again',
    async (kind) => {
      for (let at = 1; at <= 4; at++) {
        const disk = simulatedDisk();
        const log = await openLog({ disk });
        const cut = answered('cut', { edits: [law] });
        await log.intend(intentOf(cut));
        disk.failAt({ at, kind, errno: 'EIO' });
        const isGiven = await log.settle(cut).then(
          () => true,
          () => false,
        );
        disk.failAt(null);
        await give(log, answered('next'));
        await log.drain();
        const leaves = leavesOf(log, disk);
        const told = leaves.filter(({ leaf }) => leaf === 'mediation');
        expect(told, `at ${at}`).toMatchObject([{ edits: [{ rule: law.rule }] }]);
        // What the disk has kept of a write that seemed to fail counts as it was written.
        if (isGiven) expect(told).toMatchObject([{ ending: 'done' }]);
        expect(leaves.filter(({ leaf }) => leaf === 'tally')).toMatchObject([{ answers: 2, changed: 1, omissions: 2 }]);
        await log.close();
      }
    },
  );

  test('and whose question was lost with it leaves no trace', async () => {
    const disk = simulatedDisk();
    const log = await openLog({ disk });
    disk.failAt({ at: 1, kind: 'fails', errno: 'EIO' });
    await expect(log.intend(intentOf(answered('lost')))).rejects.toThrow();
    disk.failAt(null);
    await give(log, answered('next'));
    await log.drain();
    expect(leavesOf(log, disk).filter(({ leaf }) => leaf === 'tally')).toMatchObject([{ answers: 1, endings: { done: 1 } }]);
    await log.close();
  });

  test('and whose question is on the disk all the same is an outage', async () => {
    const disk = simulatedDisk();
    const log = await openLog({ disk });
    // The record of the question is written; the sync after it fails.
    disk.failAt({ at: 2, kind: 'fails', errno: 'EIO' });
    await expect(log.intend(intentOf(answered('asked')))).rejects.toThrow();
    disk.failAt(null);
    await give(log, answered('next'));
    await log.drain();
    expect(leavesOf(log, disk).filter(({ leaf }) => leaf === 'tally')).toMatchObject([{ answers: 2, endings: { done: 1, outage: 1 } }]);
    await log.close();
  });
});

test('many answers that fail twice are all in the log in the end, once', async () => {
  const disk = simulatedDisk();
  const log = await openLog({ disk });
  const many = Array.from({ length: 150 }, (_, index) => answered(`a${index}`, { edits: [law] }));
  for (const answer of many) await log.intend(intentOf(answer));
  disk.failAt({ at: 1, kind: 'fails', errno: 'EIO', stays: true });
  const given = await Promise.allSettled(many.map((answer) => log.settle(answer)));
  expect(given.every(({ status }) => status === 'rejected')).toBe(true);
  disk.failAt(null);
  // The first attempt to settle them fails on its way.
  disk.failAt({ at: 3, kind: 'fails', errno: 'EIO' });
  await log.drain().catch(() => undefined);
  disk.failAt(null);
  await log.drain();
  await log.drain();
  const tallies = leavesOf(log, disk).filter(({ leaf }) => leaf === 'tally');
  const total = (name: string): number => tallies.reduce((sum, tally) => sum + Number(tally[name]), 0);
  expect([total('answers'), total('omissions')]).toEqual([150, 300]);
  await log.close();
});

describe('a journal that hangs', () => {
  const patience = 50;

  test('has an answer once when its write comes through after all, as it was written', async () => {
    const disk = simulatedDisk();
    const hanging = hangingJournal(disk);
    const log = await openLog({ disk: hanging.disk, patience });
    const cut = answered('cut', { edits: [law] });
    await log.intend(intentOf(cut));
    hanging.hang();
    await expect(log.settle(cut)).rejects.toMatchObject({ code: 'record_overdue' });
    // Whoever comes meanwhile is told at once, and nothing is written behind what hangs.
    await expect(log.intend(intentOf(answered('meanwhile')))).rejects.toMatchObject({ code: 'record_overdue' });
    hanging.goOn();
    await worksAgain(log);
    await log.drain();
    const leaves = leavesOf(log, disk);
    expect(leaves.filter(({ leaf }) => leaf === 'mediation')).toMatchObject([{ ending: 'done' }]);
    expect(leaves.filter(({ leaf }) => leaf === 'tally')).toMatchObject([{ answers: 2, changed: 1, omissions: 2, endings: { done: 2 } }]);
    await log.close();
  });

  test('leaves no question open that it wrote down after all', async () => {
    const disk = simulatedDisk();
    const hanging = hangingJournal(disk);
    const log = await openLog({ disk: hanging.disk, patience });
    hanging.hang();
    await expect(log.intend(intentOf(answered('asked')))).rejects.toMatchObject({ code: 'record_overdue' });
    hanging.goOn();
    await worksAgain(log);
    await log.drain();
    expect(leavesOf(log, disk).filter(({ leaf }) => leaf === 'tally')).toMatchObject([{ answers: 2, endings: { done: 1, outage: 1 } }]);
    await log.close();
  });
});

test('what was late is settled once also when the half-year ends before', async () => {
  const disk = simulatedDisk();
  const clock = { now: new Date('2026-12-31T23:59:50Z') };
  const log = await openLog({ disk, now: () => clock.now });
  const cut = answered('cut', { edits: [law] });
  await log.intend(intentOf(cut));
  disk.failAt({ at: 1, kind: 'fails', errno: 'EIO' });
  await expect(log.settle(cut)).rejects.toThrow();
  disk.failAt(null);
  const { folder } = log;
  clock.now = new Date('2027-01-01T00:00:10Z');
  await log.drain();
  await log.drain();
  expect(log.shards().map(({ shard }) => shard)).toEqual(['2027h1', '2026h2']);
  const leaves = leavesOf({ folder }, disk);
  expect(leaves.filter(({ leaf }) => leaf === 'mediation')).toMatchObject([{ ending: 'outage', edits: [{ rule: law.rule }] }]);
  expect(leaves.filter(({ leaf }) => leaf === 'tally')).toMatchObject([{ answers: 1, endings: { outage: 1 } }]);
  await log.close();
});

test('a receipts file that cannot be read holds up what is late and nothing else', async () => {
  const disk = simulatedDisk();
  const faults: unknown[] = [];
  const log = await openLog({ disk, faults });
  await give(log, answered('first'));
  await log.drain();
  const cut = answered('cut');
  await log.intend(intentOf(cut));
  disk.failAt({ at: 1, kind: 'fails', errno: 'EIO' });
  await expect(log.settle(cut)).rejects.toThrow();
  disk.failAt(null);
  expect(await give(log, answered('next'))).toContain('next');
  await log.close();
});

/** Until the journal takes answers again. */
async function worksAgain(log: AnswerLog): Promise<void> {
  await expect
    .poll(() =>
      give(log, answered('again')).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
}

/** A disk whose journal cannot be synced for a while: what is written waits. */
function hangingJournal(disk: SimulatedDisk): { readonly disk: SimulatedDisk; readonly hang: () => void; readonly goOn: () => void } {
  let gate: Promise<void> | null = null;
  let open = (): void => undefined;
  const files: Files = {
    ...disk.files,
    async open(path) {
      const file = await disk.files.open(path);
      if (!path.includes('/journal/')) return file;
      return {
        append: (bytes) => file.append(bytes),
        close: () => file.close(),
        async sync() {
          await gate;
          await file.sync();
        },
      };
    },
  };
  return {
    disk: { ...disk, files },
    hang() {
      gate = new Promise((resolve) => (open = resolve));
    },
    goOn() {
      gate = null;
      open();
    },
  };
}
