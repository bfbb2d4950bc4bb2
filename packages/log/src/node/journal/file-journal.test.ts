import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../files/node-files.ts';
import { type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { ownerWith } from '../lock/testing/owner.ts';
import { type FileJournalOptions, openFileJournal } from './file-journal.ts';
import { bytesOf, journalContract, textsFrom } from './testing/journal-contract.ts';

const root = mkdtempSync(join(tmpdir(), 'parlance-journal-'));
let folders = 0;
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('in one segment', () => {
  journalContract(() => freshFolder());
});

describe('in many segments', () => {
  journalContract(() => freshFolder({ segmentBytes: 200 }));
});

function freshFolder(more: Partial<FileJournalOptions> = {}) {
  const folder = join(root, String(folders++));
  return Promise.resolve(
    async () => (await openFileJournal({ files: nodeFiles, folder, shard: 'test/2026h1', randomBytes, ...more })).journal,
  );
}

const salt = new Uint8Array(16).fill(7);

function openOn({ files }: SimulatedDisk, more: Partial<FileJournalOptions> = {}) {
  return openFileJournal({ files, folder: '/journal', shard: 'test', randomBytes: () => salt, owner: ownerWith('gone'), ...more });
}

/** A journal of three appends, as its process left it when it was killed. */
async function threeAppends(
  more: Partial<FileJournalOptions> = {},
): Promise<{ readonly disk: SimulatedDisk; readonly segments: readonly string[] }> {
  const disk = simulatedDisk();
  const { journal } = await openOn(disk, more);
  for (const text of ['first', 'second', 'third']) await journal.append([bytesOf(text)]);
  return { disk, segments: [...disk.everything().keys()].filter((path) => path.endsWith('.journal')) };
}

const groupSize = (text: string) => 36 + 4 + text.length;
const headerSize = 38 + 'test'.length + 16;

describe('a damaged journal', () => {
  test('a torn tail is cut off and reported, and positions go on', async () => {
    const { disk, segments } = await threeAppends();
    disk.tamper(segments[0] ?? '', (bytes) => bytes.slice(0, -3));
    const { journal, torn } = await openOn(disk);
    expect(torn).toEqual({ path: segments[0], next: 2n, bytes: groupSize('third') - 3 });
    expect(await journal.append([bytesOf('fourth')])).toEqual([2n]);
    expect(await textsFrom(journal, 0n)).toEqual([
      [0n, 'first'],
      [1n, 'second'],
      [2n, 'fourth'],
    ]);
  });

  test('an end of zeros, as after a loss of power, is cut off', async () => {
    const { disk, segments } = await threeAppends();
    disk.tamper(segments[0] ?? '', (bytes) => Uint8Array.from([...bytes, ...new Uint8Array(4096)]));
    const { journal, torn } = await openOn(disk);
    expect(torn?.bytes).toBe(4096);
    expect((await journal.span()).next).toBe(3n);
  });

  test.each([
    ['a record', headerSize + groupSize('first') + 41],
    ['a length of a record', headerSize + groupSize('first') + 39],
    ['the length of a group', headerSize + groupSize('first') + 4],
    ['the position of a group', headerSize + groupSize('first') + 15],
    ['the mark of a group', headerSize + groupSize('first')],
    ['the checksum of a group', headerSize + groupSize('first') + 20],
    ['the shard in the header', 38],
    ['the salt', 20],
    ['the first position', 19],
    ['the magic', 0],
  ])('a flipped bit in %s before whole records is refused and never repaired', async (_title, at) => {
    const { disk, segments } = await threeAppends();
    const [path = ''] = segments;
    disk.tamper(path, (bytes) => bytes.with(at, (bytes[at] ?? 0) ^ 1));
    const before = disk.everything().get(path);
    await expect(openOn(disk)).rejects.toMatchObject({ code: 'journal_corrupt', message: expect.stringContaining(path) as string });
    expect(disk.everything().get(path)).toEqual(before);
  });

  test('after an orderly close also the last record is known to have been there', async () => {
    const disk = simulatedDisk();
    const { journal } = await openOn(disk);
    await journal.append([bytesOf('only')]);
    await journal.close();
    const path = [...disk.everything().keys()].find((name) => name.endsWith('.journal')) ?? '';
    disk.tamper(path, (bytes) => bytes.with(headerSize + 40, 0));
    await expect(openOn(disk)).rejects.toMatchObject({ code: 'journal_corrupt' });
  });

  test('damage at the end of a segment that is not the last is refused', async () => {
    const { disk, segments } = await threeAppends({ segmentBytes: 1 });
    expect(segments.length).toBe(3);
    disk.tamper(segments[1] ?? '', (bytes) => bytes.slice(0, -1));
    await expect(openOn(disk)).rejects.toMatchObject({ code: 'journal_corrupt' });
  });

  test('a segment that is missing in the middle is refused', async () => {
    const { disk, segments } = await threeAppends({ segmentBytes: 1 });
    disk.tamper(segments[1] ?? '', () => null);
    await expect(openOn(disk)).rejects.toMatchObject({ code: 'journal_corrupt' });
  });

  test('a record that is damaged while the journal is open is refused at reading', async () => {
    const disk = simulatedDisk();
    const { journal } = await openOn(disk);
    await journal.append([bytesOf('only')]);
    const path = [...disk.everything().keys()].find((name) => name.endsWith('.journal')) ?? '';
    disk.tamper(path, (bytes) => bytes.with(bytes.length - 1, 0));
    await expect(textsFrom(journal, 0n)).rejects.toMatchObject({ code: 'journal_corrupt' });
  });

  test('a journal of another shard is refused', async () => {
    const { disk } = await threeAppends();
    await expect(openOn(disk, { shard: 'other' })).rejects.toMatchObject({ code: 'journal_foreign' });
  });

  test('a version that is not known is refused as such', async () => {
    const { disk, segments } = await threeAppends();
    disk.tamper(segments[0] ?? '', (bytes) => bytes.with(11, 2));
    await expect(openOn(disk)).rejects.toMatchObject({ code: 'journal_foreign' });
  });

  test('a journal that ends before a position that is known is refused', async () => {
    const { disk } = await threeAppends();
    await expect(openOn(disk, { knownNext: 4n })).rejects.toMatchObject({ code: 'journal_rolled_back' });
    expect((await (await openOn(disk, { knownNext: 3n })).journal.span()).next).toBe(3n);
  });

  test('the format is stable to the byte', async () => {
    const { disk, segments } = await threeAppends();
    const bytes = Buffer.from(disk.everything().get(segments[0] ?? '') ?? []);
    expect(segments).toEqual(['/journal/00000000000000000000.journal']);
    expect(bytes.toString('hex', 0, 42)).toBe(
      `${Buffer.from('PARLJRNL').toString('hex')}00000001${'00'.repeat(8)}${'07'.repeat(16)}000474657374`,
    );
    expect(bytes.toString('hex', headerSize, headerSize + 20)).toBe('504a4731000000090000000000000000' + '00000001');
    expect(bytes.toString('hex', headerSize + 36, headerSize + 45)).toBe(`00000005${Buffer.from('first').toString('hex')}`);
  });
});

describe('a disk that refuses', () => {
  test.each([
    ['ENOSPC', 'disk_full'],
    ['EROFS', 'disk_read_only'],
    ['EIO', 'disk_failed'],
  ] as const)('%s is %s, nothing more is taken until the journal is opened again, and then it goes on', async (errno, code) => {
    const disk = simulatedDisk();
    const { journal } = await openOn(disk);
    await journal.append([bytesOf('before')]);
    disk.failAt({ at: 1, kind: 'short', errno });
    const outcomes = await Promise.allSettled([journal.append([bytesOf('a')]), journal.append([bytesOf('b')])]);
    expect(outcomes).toMatchObject([{ reason: { code } }, { reason: { code } }]);
    disk.failAt(null);
    await expect(journal.append([bytesOf('c')])).rejects.toMatchObject({ code: 'journal_stopped', cause: { code } });
    expect(await textsFrom(journal, 0n)).toEqual([[0n, 'before']]);
    await journal.close();
    const again = await openOn(disk);
    expect(await again.journal.append([bytesOf('after')])).toEqual([1n]);
    expect(await textsFrom(again.journal, 0n)).toEqual([
      [0n, 'before'],
      [1n, 'after'],
    ]);
  });

  test('a disk that stays full refuses to open the journal, with the same code, and loses nothing', async () => {
    const { disk } = await threeAppends();
    disk.failAt({ at: 1, kind: 'fails', errno: 'ENOSPC', stays: true });
    await expect(openOn(disk)).rejects.toMatchObject({ code: 'disk_full' });
    disk.failAt(null);
    expect((await (await openOn(disk)).journal.span()).next).toBe(3n);
  });
});

describe('owners', () => {
  test('a second journal on the same folder is refused', async () => {
    const disk = simulatedDisk();
    await openOn(disk);
    await expect(openOn(disk, { owner: ownerWith('running') })).rejects.toMatchObject({
      code: 'log_owned',
      message: expect.stringContaining('4711') as string,
    });
  });

  test('a journal that was taken over acknowledges nothing more', async () => {
    const disk = simulatedDisk();
    const { journal } = await openOn(disk);
    await journal.append([bytesOf('mine')]);
    const { journal: other } = await openOn(disk, { owner: ownerWith('running'), takeOver: 'always' });
    await expect(journal.append([bytesOf('lost')])).rejects.toMatchObject({ code: 'log_lost' });
    expect(await other.append([bytesOf('yours')])).toEqual([1n]);
    expect(await textsFrom(other, 0n)).toEqual([
      [0n, 'mine'],
      [1n, 'yours'],
    ]);
  });
});

test('appends that arrive while a sync is under way go out in one write and one sync', async () => {
  const disk = simulatedDisk();
  const { journal } = await openOn(disk);
  disk.failAt(null);
  await Promise.all(Array.from({ length: 100 }, (_, index) => journal.append([bytesOf(String(index))])));
  // Of each group: the write, the sync, and the question who owns the folder.
  expect(disk.operations()).toBe(3);
});

test('only whole segments before the position are dropped', async () => {
  const folder = join(root, 'dropping');
  const { journal } = await openFileJournal({ files: nodeFiles, folder, shard: 'test', randomBytes, segmentBytes: 1 });
  for (let index = 0; index < 5; index++) await journal.append([bytesOf(String(index)), bytesOf('b')]);
  await journal.truncateBefore(5n);
  expect(readdirSync(folder).filter((name) => name.endsWith('.journal'))).toEqual(
    [4, 6, 8].map((first) => `${String(first).padStart(20, '0')}.journal`),
  );
  await expect(textsFrom(journal, 3n)).rejects.toMatchObject({ code: 'journal_position_unknown' });
  await journal.close();
});

test('a tail that was cut off is gone from the disk', async () => {
  const folder = join(root, 'tail');
  const options = { files: nodeFiles, folder, shard: 'test', randomBytes, takeOver: 'always' } as const;
  const { journal } = await openFileJournal(options);
  await journal.append([bytesOf('a')]);
  const path = join(folder, '00000000000000000000.journal');
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole, Buffer.from('torn')]));
  const { journal: again, torn } = await openFileJournal(options);
  expect(torn?.bytes).toBe(4);
  expect(readFileSync(path)).toEqual(whole);
  await journal.close();
  await again.close();
});
