import { simulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { digestOfText } from '@parlance/core';
import { expect, test } from 'vitest';
import { type InForce } from './rule-leaves.ts';
import { leavesOf, openLog } from './testing/answer-logs.ts';

function version(name: string): InForce {
  return {
    pack: samplePack({ version: name, digest: digestOfText(name) }),
    release: { change: 'legal', signedBy: ['a.example+01234567'] },
  };
}

async function releasesAfter(...versions: readonly InForce[]): Promise<readonly unknown[]> {
  const disk = simulatedDisk();
  const log = await openLog({ disk });
  for (const each of versions) await log.putInForce(each);
  const leaves = leavesOf(log, disk);
  await log.close();
  return leaves.filter(({ subject }) => subject === 'pack').map((leaf) => [leaf['version'], leaf['change'], leaf['signed_by']]);
}

const signers = ['a.example+01234567'];

test('each pack that comes into force is a leaf with its class and its signers', async () => {
  expect(await releasesAfter(version('2.0.0'), version('3.0.0'))).toEqual([
    ['1.0.0', null, []],
    ['2.0.0', 'legal', signers],
    ['3.0.0', 'legal', signers],
  ]);
});

test('a pack that comes back is a leaf again, and one that stays is not', async () => {
  const [two, three] = [version('2.0.0'), version('3.0.0')];
  expect(await releasesAfter(two, three, three, two)).toEqual([
    ['1.0.0', null, []],
    ['2.0.0', 'legal', signers],
    ['3.0.0', 'legal', signers],
    ['2.0.0', 'legal', signers],
  ]);
});
