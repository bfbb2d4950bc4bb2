import { describe, expect, test } from 'vitest';
import { simulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
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
