import { linkSync, mkdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectPackFolder, largestFile, largestPack, mostFiles, readPackFolder } from './read-pack-folder.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlance-pack-'));
  await writeFile(join(folder, 'pack.yaml'), 'id: EE\n');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a pack folder', () => {
  test('is read with paths that have slashes', async () => {
    await mkdir(join(folder, 'knowledge/et'), { recursive: true });
    await writeFile(join(folder, 'knowledge/et/vaie.md'), 'Vaie');
    const files = await readPackFolder(folder);
    expect([...files.keys()].sort()).toEqual(['knowledge/et/vaie.md', 'pack.yaml']);
    expect(new TextDecoder().decode(files.get('pack.yaml'))).toBe('id: EE\n');
  });

  test('with a link to a file outside is refused', async () => {
    await symlink('/etc/hostname', join(folder, 'safety.yaml'));
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_link' });
  });

  test('with a link to a folder outside is refused', async () => {
    await symlink('/etc', join(folder, 'services'));
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_link' });
  });

  test('that is a link itself is refused', async () => {
    const link = `${folder}-link`;
    await symlink(folder, link);
    await expect(readPackFolder(link).finally(() => rm(link))).rejects.toMatchObject({ code: 'pack_link' });
  });

  test('with a file over one mebibyte is refused, and one of exactly that size is read', async () => {
    await writeFile(join(folder, 'privacy.yaml'), Buffer.alloc(largestFile, 0x61));
    expect((await readPackFolder(folder)).get('privacy.yaml')?.byteLength).toBe(largestFile);
    await writeFile(join(folder, 'privacy.yaml'), Buffer.alloc(largestFile + 1, 0x61));
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_file_too_large' });
  });

  test('with more than 5,000 files is refused', async () => {
    await mkdir(join(folder, 'services'));
    // Names of one file, which are regular files and are made faster than files.
    for (let index = 0; index < mostFiles; index++) linkSync(join(folder, 'pack.yaml'), join(folder, 'services', `${index}.yaml`));
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_too_many_files' });
  });

  test('that is nested deeper than any pack is refused', async () => {
    await mkdir(join(folder, 'a/b/c/d/e/f'), { recursive: true });
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_too_deep' });
  });

  test('that is not there, or is a file, is refused', async () => {
    await expect(readPackFolder(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'pack_not_found' });
    await expect(readPackFolder(join(folder, 'pack.yaml'))).rejects.toMatchObject({ code: 'pack_not_found' });
  });

  test('with files that are too large only together is refused', async () => {
    const megabytes = largestPack / largestFile;
    await mkdir(join(folder, 'services'));
    for (let index = 0; index < megabytes; index++)
      await writeFile(join(folder, 'services', `${index}.yaml`), Buffer.alloc(largestFile, 0x61));
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_too_large' });
  });

  test('with more empty folders than a pack has files is refused', async () => {
    for (let index = 0; index <= 2 * mostFiles; index++) mkdirSync(join(folder, `${index}`));
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_too_many_files' });
  });

  test('with a folder in the place of a file is refused', async () => {
    await rm(join(folder, 'pack.yaml'));
    await mkdir(join(folder, 'pack.yaml'));
    await expect(readPackFolder(folder)).rejects.toMatchObject({ code: 'pack_file_kind' });
  });

  test('is inspected to its end: every fault is an issue, and the other files are read', async () => {
    await symlink('/etc/hostname', join(folder, 'safety.yaml'));
    await symlink('/etc', join(folder, 'services'));
    await writeFile(join(folder, 'privacy.yaml'), Buffer.alloc(largestFile + 1, 0x61));
    await writeFile(join(folder, 'zoo.yaml'), 'a: b\n');
    const { files, issues } = await inspectPackFolder(folder);
    expect([...files.keys()].sort()).toEqual(['pack.yaml', 'zoo.yaml']);
    expect(issues.map(({ file, code, rule, severity }) => `${file} ${code} ${rule} ${severity}`)).toEqual([
      'privacy.yaml pack_file_too_large S1 error',
      'safety.yaml pack_link S1 error',
      'services pack_link S1 error',
    ]);
    expect(issues.every(({ expected, received, mend }) => expected !== '' && received !== '' && mend !== '')).toBe(true);
  });

  test('is named in an error without the characters that a terminal would obey', async () => {
    await symlink('/etc', join(folder, 'a\u001b[2Jb'));
    await expect(readPackFolder(folder)).rejects.toThrow('aU+001B[2Jb');
  });
});
