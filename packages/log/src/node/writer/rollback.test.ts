import { beforeEach, expect, test } from 'vitest';
import { type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { decodeTreeState, encodeTreeState } from '../storage/tree-state.ts';
import { leavesOf, writerOn } from './testing/test-log.ts';

const headFiles = ['/log/checkpoint', '/log/.state/treeState'] as const;
let disk: SimulatedDisk;
/** The files as they were at 3, 5 and 300 leaves. */
let past: ReadonlyMap<string, Uint8Array>[];

beforeEach(async () => {
  disk = simulatedDisk();
  past = [];
  const writer = await writerOn(disk);
  for (const size of [3, 5, 300]) {
    await writer.add(leavesOf(size - Number(writer.size()), Number(writer.size())));
    past.push(new Map([...disk.everything()].map(([path, bytes]) => [path, bytes.slice()])));
  }
  await writer.close();
});

function putBack(paths: readonly string[], when: number): void {
  for (const path of paths) disk.tamper(path, () => past[when]?.get(path) ?? null);
}

async function refusal(more: Parameters<typeof writerOn>[1] = {}): Promise<unknown> {
  const before = disk.everything().get('/log/checkpoint');
  const error = await writerOn(disk, more).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(disk.everything().get('/log/checkpoint')).toEqual(before);
  return error;
}

test.each([
  [
    'an older checkpoint',
    () => {
      putBack(['/log/checkpoint'], 0);
    },
    'log_rolled_back',
    '/log/checkpoint',
  ],
  [
    'an older state',
    () => {
      putBack(['/log/.state/treeState'], 1);
    },
    'log_rolled_back',
    '/log/.state/treeState',
  ],
  [
    'an older checkpoint and state, in the same bundle',
    () => {
      putBack(headFiles, 0);
    },
    'log_rolled_back',
    '/log/tile/entries/000',
  ],
  [
    'no checkpoint',
    () => {
      disk.tamper('/log/checkpoint', () => null);
    },
    'log_rolled_back',
    '/log/checkpoint',
  ],
  [
    'no state',
    () => {
      disk.tamper('/log/.state/treeState', () => null);
    },
    'log_rolled_back',
    '/log/.state/treeState',
  ],
  [
    'no state and no checkpoint',
    () => {
      for (const path of headFiles) disk.tamper(path, () => null);
    },
    'log_rolled_back',
    '/log/.state/treeState',
  ],
  [
    'half a state',
    () => {
      disk.tamper('/log/.state/treeState', (bytes) => bytes.slice(0, 20));
    },
    'log_corrupt',
    '/log/.state/treeState',
  ],
  [
    'no last tile',
    () => {
      disk.tamper('/log/tile/0/001.p/44', () => null);
    },
    'log_corrupt',
    '/log/tile/0/001.p/44',
  ],
  [
    'half a last tile',
    () => {
      disk.tamper('/log/tile/0/001.p/44', (bytes) => bytes.slice(0, 100));
    },
    'log_corrupt',
    '/log/tile/0/001.p/44',
  ],
  [
    'a changed last tile',
    () => {
      disk.tamper('/log/tile/0/001.p/44', (bytes) => bytes.with(0, 0));
    },
    'log_corrupt',
    'tile/0/001.p/44',
  ],
  [
    'a changed tile of the level above',
    () => {
      disk.tamper('/log/tile/1/000.p/1', (bytes) => bytes.with(0, 0));
    },
    'log_corrupt',
    'tile/1/000.p/1',
  ],
  [
    'a changed last bundle',
    () => {
      disk.tamper('/log/tile/entries/001.p/44', (bytes) => bytes.with(5, 0));
    },
    'log_corrupt',
    '/log/tile/entries/001.p/44',
  ],
  [
    'no last bundle',
    () => {
      disk.tamper('/log/tile/entries/001.p/44', () => null);
    },
    'log_corrupt',
    '/log/tile/entries/001.p/44',
  ],
  [
    'a broken signature',
    () => {
      disk.tamper('/log/checkpoint', (bytes) => bytes.with(bytes.length - 5, 65));
    },
    'log_foreign',
    '/log/checkpoint',
  ],
])('a log with %s is refused with the name of the file, and nothing is signed', async (_title, damage, ...[code, path]) => {
  damage();
  expect(await refusal()).toMatchObject({ code, message: expect.stringContaining(path) as string });
});

test('a tree that is smaller than one that a witness knows is refused', async () => {
  expect(await refusal({ knownSize: 301n })).toMatchObject({ code: 'log_rolled_back' });
  expect(await refusal({ knownSize: 300n })).toBeNull();
});

test('a state with another root of the same size is refused', async () => {
  disk.tamper('/log/.state/treeState', (bytes) => {
    const state = decodeTreeState(bytes);
    return state === null ? null : encodeTreeState({ ...state, root: new Uint8Array(32) });
  });
  expect(await refusal()).toMatchObject({ code: 'log_corrupt' });
});

test('a checkpoint of before the last batch is what a crash leaves, and the one that is missing is published', async () => {
  putBack(['/log/checkpoint'], 1);
  const writer = await writerOn(disk);
  expect(writer.size()).toBe(300n);
  expect(new TextDecoder().decode(disk.everything().get('/log/checkpoint'))).toBe(writer.checkpoint());
});

test('a bundle that is damaged while the log is open is not signed over', async () => {
  const writer = await writerOn(disk);
  disk.tamper('/log/tile/entries/001.p/44', (bytes) => bytes.with(5, 0));
  await expect(writer.add(leavesOf(1, 300))).rejects.toMatchObject({ code: 'log_corrupt' });
  await expect(writer.readEntry(256n)).rejects.toMatchObject({ code: 'log_corrupt' });
});
