import { beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../files/testing/random.ts';
import { type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { signerOf } from '../../note/index.ts';
import { checkOn, leavesOf, origin, signer, writerOn } from '../writer/testing/test-log.ts';
import { checkLog } from './check-log.ts';

let whole: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  const disk = simulatedDisk();
  const writer = await writerOn(disk);
  for (const size of [3, 260, 600]) await writer.add(leavesOf(size - Number(writer.size()), Number(writer.size())));
  await writer.close();
  whole = disk.everything();
});

async function copyOf(files: ReadonlyMap<string, Uint8Array>): Promise<SimulatedDisk> {
  const disk = simulatedDisk();
  for (const [path, bytes] of files) {
    const parts = path.split('/').slice(1, -1);
    for (const index of parts.keys()) await disk.files.makeFolder(`/${parts.slice(0, index + 1).join('/')}`);
    const file = await disk.files.create(path);
    await file.append(bytes);
  }
  return disk;
}

const inLog = (path: string) => path.slice('/log/'.length);
const checked = () =>
  [...whole.keys()].filter((path) => path.includes('/tile/') || path.endsWith('/checkpoint') || path.endsWith('/treeState'));

test('a log that is whole has no issue, and its head is given back', async () => {
  expect(await checkOn(await copyOf(whole))).toMatchObject({ issues: [], size: 600n });
  expect(checked().length).toBe(14);
});

test('a log that is new has no issue', async () => {
  const disk = simulatedDisk();
  await writerOn(disk);
  expect(await checkOn(disk)).toMatchObject({ issues: [], size: 0n });
});

test('each of 50 flipped bits is found and its file is named, and no other tile or bundle is', async () => {
  const random = seededRandom(50);
  const paths = checked();
  for (let fault = 0; fault < 50; fault++) {
    const path = paths[fault % paths.length] ?? '';
    const disk = await copyOf(whole);
    disk.tamper(path, (bytes) => {
      const at = Math.floor(random() * Math.min(bytes.length, 60));
      return bytes.with(at, (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8)));
    });
    const { issues } = await checkOn(disk);
    expect(issues.map((issue) => issue.path)).toEqual([inLog(path)]);
  }
});

test('each file that is missing is named', async () => {
  for (const path of checked()) {
    const disk = await copyOf(whole);
    disk.tamper(path, () => null);
    const { issues } = await checkOn(disk);
    // A partial tile of a tree that has grown past it may be removed.
    const isOld = ['000.p/3', '001.p/4', '000.p/1'].some((name) => path.endsWith(name));
    expect(issues.map((issue) => issue.path)).toEqual(isOld ? [] : [inLog(path)]);
  }
});

test('each file that is cut short is named', async () => {
  for (const path of checked()) {
    const disk = await copyOf(whole);
    disk.tamper(path, (bytes) => bytes.slice(0, -1));
    expect((await checkOn(disk)).issues.map((issue) => issue.path)).toEqual([inLog(path)]);
  }
});

test('several faults are several issues', async () => {
  const disk = await copyOf(whole);
  const paths = ['/log/tile/entries/000', '/log/tile/0/001', '/log/tile/entries/002.p/88', '/log/tile/0/000.p/3'];
  for (const path of paths) disk.tamper(path, (bytes) => bytes.with(40, (bytes[40] ?? 0) ^ 1));
  expect(new Set((await checkOn(disk)).issues.map((issue) => `/log/${issue.path}`))).toEqual(new Set(paths));
});

describe('files that are not the log', () => {
  test.each(['/log/tile/0/003', '/log/tile/entries/002.p/89', '/log/tile/0/000.tmp', '/log/tile/2/000.p/1', '/log/tile/0/x001/000'])(
    '%s is named as unexpected',
    async (path) => {
      const disk = await copyOf(new Map([...whole, [path, new Uint8Array(32)]]));
      expect((await checkOn(disk)).issues).toMatchObject([{ path: inLog(path), code: 'file_unexpected' }]);
    },
  );
});

test('entries and tiles that were changed together do not have the root that was signed', async () => {
  const other = simulatedDisk();
  const writer = await writerOn(other);
  await writer.add([...leavesOf(599), new TextEncoder().encode('forged')]);
  await writer.close();
  const forged = await copyOf(new Map([...other.everything(), ['/log/checkpoint', whole.get('/log/checkpoint') ?? new Uint8Array()]]));
  expect((await checkOn(forged)).issues).toMatchObject([{ path: 'checkpoint', code: 'checkpoint_root' }]);
});

test('a checkpoint of another key or origin is refused', async () => {
  const { files } = await copyOf(whole);
  const key = await signerOf({ name: origin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(2) });
  expect((await checkLog({ files, folder: '/log', origin, key })).issues).toMatchObject([
    { code: 'checkpoint_refused', received: 'note_not_signed' },
  ]);
  expect((await checkLog({ files, folder: '/log', origin: 'other.example.org', key: signer })).issues).toMatchObject([
    { code: 'checkpoint_refused', received: 'checkpoint_of_another_origin' },
  ]);
});
