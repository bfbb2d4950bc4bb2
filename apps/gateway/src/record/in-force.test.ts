import { simulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { digestOfText } from '@parlance/core';
import { expect, test } from 'vitest';
import { type LogWriter, writeAtomically } from '@parlance/log/node';
import { publishOnce } from './in-force.ts';
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

test('the same files under other signatures are a leaf of their own', async () => {
  const [two] = [version('2.0.0')];
  const again: InForce = { ...two, release: { change: 'legal', signedBy: ['b.example+89abcdef'] } };
  expect((await releasesAfter(two, again, again)).map((each) => (each as unknown[])[2])).toEqual([[], signers, ['b.example+89abcdef']]);
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

test('when the file of names cannot be written, nothing is told; a stop in between leaves what was under way to be told again', async () => {
  const disk = simulatedDisk();
  const path = '/in-force';
  await writeAtomically(disk.files, { path, temporary: `${path}.new`, bytes: new TextEncoder().encode('release EE@1 one\n') });
  const added: string[] = [];
  const leaf = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });
  const writer = (fails: boolean): Pick<LogWriter, 'add'> => ({
    add: (leaves) => {
      if (fails) return Promise.reject(new Error('stopped'));
      added.push(...leaves.map((bytes) => new TextDecoder().decode(bytes)));
      return Promise.resolve({ first: 0n, size: 0n } as never);
    },
  });
  const full = { ...disk.files, rename: () => Promise.reject(new Error('no room')) };
  await expect(publishOnce({ files: full, path }, writer(false), [leaf('release EE@2 two')])).rejects.toThrow('no room');
  expect(added).toEqual([]);
  await expect(publishOnce({ files: disk.files, path }, writer(true), [leaf('release EE@2 two')])).rejects.toThrow('stopped');
  await publishOnce({ files: disk.files, path }, writer(false), [leaf('release EE@1 one')]);
  await publishOnce({ files: disk.files, path }, writer(false), [leaf('release EE@1 one')]);
  expect(added).toEqual(['release EE@1 one']);
});
