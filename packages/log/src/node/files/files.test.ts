import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diskError } from './disk-error.ts';
import { type Files } from './files.ts';
import { nodeFiles } from './node-files.ts';
import { seededRandom } from './testing/random.ts';
import { simulatedDisk } from './testing/simulated-disk.ts';
import { writeAtomically } from './write-atomically.ts';

const root = mkdtempSync(join(tmpdir(), 'parlance-files-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (found: Uint8Array | null) => (found === null ? null : new TextDecoder().decode(found));

/** What the journal and the log rely on, on a disk and in the simulation of one. */
function filesContract(files: Files, folder: string): void {
  const at = (name: string) => join(folder, name);

  test('what is appended is read, in order', async () => {
    const file = await files.create(at('one'));
    for (const part of ['a', 'b', '']) await file.append(bytes(part));
    await file.sync();
    await file.close();
    const again = await files.open(at('one'));
    await again.append(bytes('c'));
    await again.close();
    expect(text(await files.read(at('one')))).toBe('abc');
  });

  test('what is not there is null, no name, or a refusal to open', async () => {
    expect([await files.read(at('none')), await files.list(at('none')), await files.rename(at('none'), at('other'))]).toEqual([
      null,
      [],
      'gone',
    ]);
    await files.remove(at('none'));
    await files.removeFolder(at('none'));
    await expect(files.open(at('none'))).rejects.toMatchObject({ code: 'disk_failed' });
    await expect(files.create(at('none/file'))).rejects.toMatchObject({ code: 'disk_failed' });
  });

  test('creating a file again empties it', async () => {
    for (const content of ['long', 's'])
      await writeAtomically(files, { path: at('two'), temporary: at('temporary'), bytes: bytes(content) });
    await (await files.create(at('two'))).close();
    expect(text(await files.read(at('two')))).toBe('');
  });

  test('a folder can be renamed onto nothing, and not onto one with something in it', async () => {
    for (const name of ['from', 'to']) {
      await files.makeFolder(at(name));
      await files.makeFolder(at(name));
      await (await files.create(at(`${name}/file`))).close();
    }
    expect(await files.rename(at('from'), at('to'))).toBe('taken');
    expect(await files.rename(at('from'), at('moved'))).toBe('done');
    expect(await files.list(at('moved'))).toEqual(['file']);
    expect(await files.rename(at('from/file'), at('file'))).toBe('gone');
    await expect(files.removeFolder(at('moved'))).rejects.toMatchObject({ code: 'disk_failed' });
    await files.remove(at('moved/file'));
    await files.removeFolder(at('moved'));
    await files.syncFolder(folder);
    expect((await files.list(folder)).includes('moved')).toBe(false);
  });
}

describe('on the disk of this machine', () => {
  filesContract(nodeFiles, root);

  test('an atomic write whose temporary file was taken away is told', async () => {
    const [temporary, path] = [join(root, 'temporary'), join(root, 'target')];
    const thieving: Files = { ...nodeFiles, rename: (from, to) => nodeFiles.remove(from).then(() => nodeFiles.rename(from, to)) };
    expect(await writeAtomically(thieving, { path, temporary, bytes: bytes('x') })).toBe(false);
  });

  test.skipIf(process.getuid?.() === 0)('a folder without the right to write is read-only', async () => {
    chmodSync(root, 0o500);
    await expect(nodeFiles.create(join(root, 'x'))).rejects.toMatchObject({ code: 'disk_read_only' });
    chmodSync(root, 0o700);
  });

  test('a full device is full', async () => {
    const file = await nodeFiles.open('/dev/full');
    await expect(file.append(bytes('x'))).rejects.toMatchObject({
      code: 'disk_full',
      message: expect.stringContaining('/dev/full') as string,
    });
    await file.close();
  });

  test.skipIf(!existsSync('/sys/kernel'))('a file system that takes no files is read-only', async () => {
    await expect(nodeFiles.create('/sys/kernel/parlance')).rejects.toMatchObject({ code: 'disk_read_only' });
  });

  test.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['EROFS', 'disk_read_only'],
    ['EACCES', 'disk_read_only'],
    ['EIO', 'disk_failed'],
    [null, 'disk_failed'],
  ])('%s is %s, with what an operator can do', (errno, code) => {
    const error = diskError({ operation: 'create', path: '/x', errno });
    expect([error.code, error.message]).toEqual([code, expect.stringContaining('then start again')]);
  });
});

describe('on a simulated disk', () => {
  filesContract(simulatedDisk().files, '/');

  test('after a loss of power only what was synced is there', async () => {
    const disk = simulatedDisk();
    for (const name of ['synced', 'named', 'neither']) {
      const file = await disk.files.create(`/${name}`);
      await file.append(bytes(name));
      if (name === 'synced') await file.sync();
      if (name !== 'neither') await disk.files.syncFolder('/');
    }
    const after = disk.restart('lost', seededRandom(1));
    expect([...after.everything()].map(([path, found]) => [path, text(found)])).toEqual([
      ['/named', ''],
      ['/synced', 'synced'],
    ]);
  });

  test('a rename that was not synced is undone, whole', async () => {
    const disk = simulatedDisk();
    await writeAtomically(disk.files, { path: '/file', temporary: '/temporary', bytes: bytes('old') });
    const file = await disk.files.create('/temporary');
    await file.append(bytes('new'));
    await file.sync();
    await disk.files.rename('/temporary', '/file');
    const found = new Set<string | null>();
    for (let seed = 0; seed < 20; seed++)
      found.add(text(await disk.restart(seed === 0 ? 'lost' : 'kept', seededRandom(seed)).files.read('/file')));
    expect(found).toEqual(new Set(['old', 'new']));
  });

  test('after a sync that failed no later sync brings the bytes to the disk', async () => {
    const disk = simulatedDisk();
    const file = await disk.files.create('/file');
    await disk.files.syncFolder('/');
    await file.append(bytes('x'));
    disk.failAt({ at: 1, kind: 'short' });
    await expect(file.sync()).rejects.toMatchObject({ code: 'disk_failed' });
    await file.sync();
    expect([text(await disk.files.read('/file')), text(await disk.restart('lost', seededRandom(1)).files.read('/file'))]).toEqual([
      'x',
      '',
    ]);
  });
});
