import { describe, test } from 'vitest';
import { type DiskFault, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { type Loss } from '../files/testing/volume.ts';
import { checkPromises, failAtEach, random, script } from './testing/drain-scenario.ts';
import { writerOn } from './testing/test-log.ts';

const faults: readonly (readonly [string, Omit<DiskFault, 'at'>])[] = [
  ['fails once', { kind: 'fails', errno: 'EIO' }],
  ['fails once, half done', { kind: 'short', errno: 'EIO' }],
  ['finds a disk that is full and stays so', { kind: 'short', errno: 'ENOSPC', stays: true }],
  ['is the last before a crash', { kind: 'stops' }],
];
const losses: readonly (Loss | 'nothing')[] = ['nothing', 'lost', 'kept', 'mixed', 'mixed'];

describe.each(faults)('whichever operation %s', (_title, fault) => {
  test.each(losses.map((loss, index) => ({ loss, index })))(
    'the log verifies, nothing acknowledged is lost, nothing is doubled (unsynced: $loss, $index)',
    async ({ loss }) => {
      await failAtEach(fault, loss);
    },
    600_000,
  );
});

test('a crash while a crash is recovered from is recovered from', async () => {
  const whole = simulatedDisk();
  await script(whole);
  for (let at = 1; at <= whole.operations(); at += 7) {
    for (let again = 1; again < 40; again += 4) {
      const disk = simulatedDisk();
      disk.failAt({ kind: 'stops', at });
      const acknowledged = await script(disk);
      const second = disk.restart('mixed', random);
      second.failAt({ kind: 'stops', at: again });
      await writerOn(second).catch(() => undefined);
      await checkPromises(second.restart('mixed', random), acknowledged);
    }
  }
}, 600_000);
