import { describe, expect, test } from 'vitest';
import { simulatedDisk } from '../files/testing/simulated-disk.ts';
import { failAtEach } from './testing/drain-scenario.ts';
import { leavesOf, textOf, writerOn } from './testing/test-log.ts';

describe('the log verifies, nothing acknowledged is lost, nothing is doubled', () => {
  test('whichever operation is the last before a loss of power', async () => {
    await failAtEach({ kind: 'stops' }, 'mixed');
  });

  // At every operation and with every loss: `log-writer-faults.slow.test.ts`.
  test('when an operation fails halfway and then the power is lost', async () => {
    await failAtEach({ kind: 'short', errno: 'EIO' }, 'lost', 7);
  });

  test('when the disk is full from some operation on, and the process starts anew', async () => {
    await failAtEach({ kind: 'short', errno: 'ENOSPC', stays: true }, 'nothing', 7);
  });
});

describe('a disk that refuses', () => {
  test.each([
    ['ENOSPC', 'disk_full'],
    ['EROFS', 'disk_read_only'],
    ['EIO', 'disk_failed'],
  ] as const)('%s is %s; no more is added until the log is opened again, and what is published can be read', async (errno, code) => {
    const disk = simulatedDisk();
    const writer = await writerOn(disk);
    const { checkpoint } = await writer.add(leavesOf(3));
    disk.failAt({ at: 5, kind: 'short', errno });
    await expect(writer.add(leavesOf(3, 3))).rejects.toMatchObject({ code });
    disk.failAt(null);
    await expect(writer.add(leavesOf(3, 3))).rejects.toMatchObject({ code: 'log_stopped', cause: { code } });
    expect([writer.checkpoint(), textOf(await writer.readEntry(2n))]).toEqual([checkpoint, 'leaf 2']);
    await writer.close();
    expect((await (await writerOn(disk)).add(leavesOf(1, 3))).positions).toEqual([3n]);
  });
});
