import { beforeEach, describe, expect, test } from 'vitest';
import { type Files } from '../files/files.ts';
import { type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { type LogWriter } from '../writer/log-writer.ts';
import { checkOn, leavesOf, origin, signer, textOf, writerOn } from '../writer/testing/test-log.ts';
import { backUpLog, restoreLog } from './copy-log.ts';

let disk: SimulatedDisk;
let writer: LogWriter;

beforeEach(async () => {
  disk = simulatedDisk();
  writer = await writerOn(disk);
  await writer.add(leavesOf(300), { cursor: 9n });
});

const backUp = () => backUpLog({ files: disk.files, from: '/log', to: '/copy', origin, key: signer });
const restore = (knownSize = 0n) => restoreLog({ files: disk.files, from: '/copy', to: '/restored', origin, key: signer, knownSize });

describe('a backup', () => {
  test('is a whole log, and a writer goes on from what was restored of it', async () => {
    expect(await backUp()).toEqual({ size: 300n });
    expect(await checkOn(disk, '/copy')).toMatchObject({ issues: [], size: 300n });
    expect(await restore(300n)).toEqual({ size: 300n });
    const again = await writerOn(disk, { folder: '/restored' });
    expect([again.checkpoint(), again.cursor()]).toEqual([writer.checkpoint(), 9n]);
    expect((await again.add(leavesOf(1, 300))).positions).toEqual([300n]);
    expect(await checkOn(disk, '/restored')).toMatchObject({ issues: [], size: 301n });
  });

  test('is brought up to date', async () => {
    await backUp();
    await writer.add(leavesOf(300, 300));
    await writer.removePartials();
    expect(await backUp()).toEqual({ size: 600n });
    expect(await checkOn(disk, '/copy')).toMatchObject({ issues: [], size: 600n });
  });

  test('that is made while the log grows is whole, whenever it was begun', async () => {
    for (let round = 0; round < 10; round++) {
      const adding = writer.add(leavesOf(100, Number(writer.size())));
      for (let turn = 0; turn < round * 20; turn++) await Promise.resolve();
      const { size } = await backUp();
      expect(await checkOn(disk, '/copy')).toMatchObject({ issues: [], size });
      await adding;
    }
  });

  test('has its right edge although the log has filled those tiles and removed the partial ones meanwhile', async () => {
    const growing = { hasGrown: false };
    const files: Files = {
      ...disk.files,
      async list(folder) {
        const names = await disk.files.list(folder);
        if (folder !== '/log/tile' || growing.hasGrown) return names;
        growing.hasGrown = true;
        await writer.add(leavesOf(600, 300));
        await writer.removePartials();
        return names;
      },
    };
    expect(await backUpLog({ files, from: '/log', to: '/copy', origin, key: signer })).toEqual({ size: 300n });
    expect(growing.hasGrown).toBe(true);
    expect(await checkOn(disk, '/copy')).toMatchObject({ issues: [], size: 300n });
  });

  test('of a damaged log is refused with the name of the file', async () => {
    disk.tamper('/log/tile/entries/000', (bytes) => bytes.with(9, 0));
    await expect(backUp()).rejects.toMatchObject({
      code: 'log_corrupt',
      message: expect.stringContaining('/copy/tile/entries/000') as string,
    });
  });

  test('is not overwritten by one of a smaller tree', async () => {
    await backUp();
    await writer.close();
    disk = disk.restart('kept', Math.random);
    const smaller = simulatedDisk();
    await (await writerOn(smaller)).add(leavesOf(2));
    for (const [path, bytes] of smaller.everything()) if (path === '/log/checkpoint') disk.tamper(path, () => bytes);
    await expect(backUp()).rejects.toMatchObject({ code: 'log_rolled_back' });
    expect(await checkOn(disk, '/copy')).toMatchObject({ issues: [], size: 300n });
  });

  test('of nothing is refused', async () => {
    await expect(backUpLog({ files: disk.files, from: '/nothing', to: '/copy', origin, key: signer })).rejects.toMatchObject({
      code: 'log_corrupt',
    });
  });

  test('that a crash interrupts never has a checkpoint without its tree, and is finished by the next one', async () => {
    const whole = disk.operations();
    await backUp();
    const count = disk.operations() - whole;
    await writer.close();
    const source = disk.everything();
    for (let at = 1; at < count; at += 5) {
      const broken = simulatedDisk();
      const other = await writerOn(broken);
      await other.add(leavesOf(300));
      await other.close();
      broken.failAt({ at, kind: 'stops' });
      const options = { from: '/log', to: '/copy', origin, key: signer };
      await backUpLog({ files: broken.files, ...options }).catch(() => undefined);
      const after = broken.restart('lost', Math.random);
      if ((await after.files.read('/copy/checkpoint')) !== null) expect((await checkOn(after, '/copy')).issues).toEqual([]);
      expect(await backUpLog({ files: after.files, ...options })).toEqual({ size: 300n });
    }
    expect(source.size).toBeGreaterThan(10);
  });
});

describe('a restore', () => {
  test('of a tree that is smaller than one that others have seen is refused', async () => {
    await backUp();
    await expect(restore(301n)).rejects.toMatchObject({ code: 'log_rolled_back' });
  });

  test('onto something is refused', async () => {
    await backUp();
    await restore();
    await expect(restore()).rejects.toMatchObject({ code: 'log_owned' });
  });

  test('of a damaged copy is refused', async () => {
    await backUp();
    disk.tamper('/copy/tile/0/000', (bytes) => bytes.with(9, (bytes[9] ?? 0) ^ 1));
    await expect(restore()).rejects.toMatchObject({ code: 'log_corrupt' });
  });

  test('keeps entries as they were', async () => {
    await backUp();
    await restore();
    expect(textOf(await (await writerOn(disk, { folder: '/restored' })).readEntry(299n))).toBe('leaf 299');
  });
});
