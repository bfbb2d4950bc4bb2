import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import { type Files } from '../files/files.ts';
import { nodeFiles } from '../files/node-files.ts';
import { seededRandom } from '../files/testing/random.ts';
import { simulatedDisk } from '../files/testing/simulated-disk.ts';
import { lockFolder } from './folder-lock.ts';
import { thisProcess } from './process-life.ts';
import { ownerWith } from './testing/owner.ts';

const root = mkdtempSync(`${tmpdir()}/parlance-lock-`);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('on a disk of this machine', () => {
  test('a second owner is refused until the first lets go, also in the same process', async () => {
    const lock = await lockFolder({ files: nodeFiles, folder: root });
    await expect(lockFolder({ files: nodeFiles, folder: root })).rejects.toMatchObject({
      code: 'log_owned',
      message: expect.stringContaining(String(process.pid)) as string,
    });
    await lock.release();
    const next = await lockFolder({ files: nodeFiles, folder: root });
    expect(next.token).toBeGreaterThan(lock.token);
    expect([await lock.isHeld(), await next.isHeld()]).toEqual([false, true]);
    await next.release();
  });

  test('the folder of a process that was killed is free', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const alive = thisProcess();
    await lockFolder({
      files: nodeFiles,
      folder: root,
      owner: { ...alive, identity: { ...alive.identity, pid: child.pid ?? 0, born: null } },
    });
    await expect(lockFolder({ files: nodeFiles, folder: root })).rejects.toMatchObject({ code: 'log_owned' });
    child.kill('SIGKILL');
    await once(child, 'close');
    await (await lockFolder({ files: nodeFiles, folder: root })).release();
  });

  test('a number that another process has now is not taken for the owner', async () => {
    const own = thisProcess();
    await lockFolder({ files: nodeFiles, folder: root, owner: { ...own, identity: { ...own.identity, born: '1' } } });
    await (await lockFolder({ files: nodeFiles, folder: root })).release();
  });

  test('of ten that try together one wins', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder({ files: nodeFiles, folder: root })));
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won.length).toBe(1);
    await won[0]?.release();
  });
});

test('of several that take over together at most one holds the folder in the end, and numbers only rise', async () => {
  const random = seededRandom(7);
  for (let round = 0; round < 200; round++) {
    const { files } = simulatedDisk();
    const first = await lockFolder({ files, folder: '/', owner: ownerWith('gone') });
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, async () => {
        for (let turn = Math.floor(random() * 30); turn > 0; turn--) await Promise.resolve();
        const lock = await lockFolder({ files, folder: '/', owner: ownerWith('gone') });
        if (random() < 0.5) await lock.release();
        return lock;
      }),
    );
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const held = await Promise.all([first, ...won].map((lock) => lock.isHeld()));
    expect(held.filter((isHeld) => isHeld).length).toBeLessThanOrEqual(1);
    expect(new Set([first, ...won].map(({ token }) => token)).size).toBe(won.length + 1);
  }
});

test('a folder whose owner cannot be read is not taken over unless it is asked for', async () => {
  const disk = simulatedDisk();
  await lockFolder({ files: disk.files, folder: '/', owner: ownerWith('gone') });
  disk.tamper('/owner-1/owner.json', () => new TextEncoder().encode('{'));
  await expect(lockFolder({ files: disk.files, folder: '/', owner: ownerWith('gone') })).rejects.toMatchObject({ code: 'log_owned' });
  const lock = await lockFolder({ files: disk.files, folder: '/', owner: ownerWith('gone'), takeOver: 'always' });
  expect(lock.token).toBe(2);
});

test('what an owner left unfinished is gone with it', async () => {
  const { files } = simulatedDisk();
  const lock = await lockFolder({ files, folder: '/', owner: ownerWith('gone') });
  await files.create(lock.temporary('tile/0/000'));
  await lockFolder({ files, folder: '/', owner: ownerWith('gone') });
  expect(await files.list('/')).toEqual(['owner-2']);
  expect(await files.rename(lock.temporary('tile/0/000'), '/000')).toBe('gone');
});

test('a number that somebody had and gave back meanwhile is not taken a second time', async () => {
  const { files } = simulatedDisk();
  await (await lockFolder({ files, folder: '/', owner: ownerWith('gone') })).release();
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const slow: Files = {
    ...files,
    rename: (from, to) => (from.includes('candidate') ? gate.then(() => files.rename(from, to)) : files.rename(from, to)),
  };
  const claim = lockFolder({ files: slow, folder: '/', owner: ownerWith('gone') });
  while (!(await files.list('/')).some((name) => name.startsWith('candidate'))) await Promise.resolve();
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  const failing: Files = { ...files, syncFolder: (path) => (path === '/' ? Promise.reject(new Error('disk')) : files.syncFolder(path)) };
  await expect(lockFolder({ files: failing, folder: '/', owner: ownerWith('gone') })).rejects.toThrow('disk');
  expect(await files.list('/')).toContain('owner-2.gone');
  open();
  await expect(claim).rejects.toMatchObject({ code: 'log_owned' });
  expect((await lockFolder({ files, folder: '/', owner: ownerWith('gone') })).token).toBe(3);
});
