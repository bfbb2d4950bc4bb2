import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Digest } from '@parlance/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PackFiles } from '../format/pack-files.ts';
import { digestOfPack } from '../format/pack-digest.ts';
import { everyone, packWith, released, rollback, testTrust, today, versionOf } from '../release/testing/released-pack.ts';
import { releaseFile } from '../release/verify-release.ts';
import { readInForce, readReleasedPack, readReleases, releasedPackFolder, type ReleasesFolder } from './releases-folder.ts';
import { addStep, storePack } from './write-release.ts';

const trust = await testTrust();
const first = await released(packWith());
const second = await released(versionOf('0.1.1'), { before: first, reviews: everyone, release: { from: '2026-12-01' } });
let folder: ReleasesFolder = { releases: '', country: 'EE' };
const inHistory = (name: string) => join(folder.releases, 'ee', 'history', name);

async function publish(files: PackFiles, number: number): Promise<Digest> {
  await storePack(folder, files);
  await addStep(folder, { number, bytes: files.get(releaseFile) ?? new Uint8Array() });
  return digestOfPack(files);
}

const inForce = async (day: string) => (await readInForce(folder, { trust, today: day })).inForce?.release.statement.version ?? null;

beforeEach(async () => {
  folder = { releases: await mkdtemp(join(tmpdir(), 'parlance-releases-')), country: 'EE' };
});

afterEach(() => rm(folder.releases, { recursive: true }));

describe('the releases folder', () => {
  test('has nothing in force where nothing was released', async () => {
    expect(await readReleases(folder)).toEqual({ history: [], issues: [] });
    expect(await readInForce(folder, { trust, today })).toEqual({ inForce: null, issues: [] });
  });

  test('puts a release in force on its day and not before', async () => {
    await publish(first, 1);
    expect([await inForce('2026-11-20'), await inForce(today)]).toEqual([null, '0.1.0']);
    await publish(second, 2);
    expect([await inForce('2026-11-30'), await inForce('2026-12-01')]).toEqual(['0.1.0', '0.1.1']);
  });

  test('takes a pack back by a rollback, which also cancels a release that waits', async () => {
    const [to, left] = [await publish(first, 1), await publish(second, 2)];
    await addStep(folder, { number: 3, bytes: await rollback({ to, left }) });
    expect([await inForce(today), await inForce('2026-12-01')]).toEqual(['0.1.0', '0.1.0']);
  });

  test('puts nothing in force, and nothing older, when the last step does not verify', async () => {
    const [to, left] = [await publish(first, 1), await publish(second, 2)];
    await addStep(folder, { number: 3, bytes: await rollback({ to, left, by: 'lars.legal' }) });
    const { inForce: found, issues } = await readInForce(folder, { trust, today });
    expect(found).toBeNull();
    expect(issues).toContainEqual(expect.objectContaining({ code: 'role-not-held', file: 'history/000003.json' }));
  });

  test('gives a number to one step only', async () => {
    const bytes = first.get(releaseFile) ?? new Uint8Array();
    await addStep(folder, { number: 1, bytes });
    await expect(addStep(folder, { number: 1, bytes })).rejects.toMatchObject({ code: 'releases_number_taken' });
    expect((await readReleases(folder)).history).toHaveLength(1);
  });

  test('names a file of a pack that was changed, taken away or added, and gives no part of the pack', async () => {
    const digest = await publish(first, 1);
    const path = join(releasedPackFolder(folder, digest), 'safety.yaml');
    const text = await readFile(path, 'utf8');
    const damages = [() => writeFile(path, text.replace('"112"', '"113"')), () => rm(path), () => writeFile(`${path}.bak`, 'x')];
    for (const damage of damages) {
      await damage();
      await expect(readReleasedPack(folder, digest)).rejects.toMatchObject({
        code: 'releases_damaged',
        message: expect.stringContaining(digest.slice(7)) as string,
      });
      await rm(`${path}.bak`, { force: true });
      await writeFile(path, text);
      expect((await readReleasedPack(folder, digest))?.size).toBe(first.size);
    }
  });

  test('names a file of the history that is foreign, damaged or missing', async () => {
    await publish(first, 1);
    await writeFile(inHistory('notes.txt'), 'x');
    expect(await readReleases(folder)).toMatchObject({ history: null, issues: [{ file: 'history/notes.txt', code: 'history' }] });
    await rm(inHistory('notes.txt'));
    await writeFile(inHistory('000003.json'), second.get(releaseFile) ?? '');
    expect(await readReleases(folder)).toMatchObject({
      history: null,
      issues: [{ file: 'history/000003.json', expected: 'history/000002.json' }],
    });
    await rm(inHistory('000003.json'));
    await writeFile(inHistory('000002.json'), '{}');
    expect(await readReleases(folder)).toMatchObject({ history: null });
    await rm(inHistory('000002.json'));
    await symlink('000001.json', inHistory('000002.json'));
    await expect(readReleases(folder)).rejects.toMatchObject({ code: 'pack_link' });
  });

  test('refuses the steps of another country', async () => {
    await publish(first, 1);
    expect(await readReleases({ ...folder, country: 'ee' })).toMatchObject({ history: null, issues: [{ code: 'other-pack' }] });
  });

  test('takes one pack from two commands at once, and leaves nothing of either besides', async () => {
    await Promise.all(Array.from({ length: 4 }, () => storePack(folder, first)));
    expect((await readReleasedPack(folder, digestOfPack(first)))?.size).toBe(first.size);
    const others = await released(packWith(), { release: { until: '2028-01-01' } });
    await rm(join(folder.releases, 'ee', 'packs'), { recursive: true });
    const outcomes = await Promise.allSettled([storePack(folder, first), storePack(folder, others)]);
    expect(outcomes.map((each) => (each.status === 'rejected' ? (each.reason as { code: unknown }).code : null)).sort()).toEqual(
      [null, 'releases_occupied'].sort(),
    );
    expect(await readdir(join(folder.releases, 'ee', 'incoming'))).toEqual([]);
  });

  test('leaves nothing of a pack or a step that could not be written', async () => {
    await mkdir(join(folder.releases, 'ee'));
    await writeFile(join(folder.releases, 'ee', 'packs'), 'a file where a folder belongs');
    await writeFile(join(folder.releases, 'ee', 'history'), 'a file where a folder belongs');
    await expect(storePack(folder, first)).rejects.toThrow();
    await expect(addStep(folder, { number: 1, bytes: first.get(releaseFile) ?? new Uint8Array() })).rejects.toThrow();
    expect(await readdir(join(folder.releases, 'ee', 'incoming'))).toEqual([]);
  });

  test('takes no release that would leave no room to go back, and no step that could not be read', async () => {
    const bytes = first.get(releaseFile) ?? new Uint8Array();
    const back = await rollback({ to: digestOfPack(first), left: digestOfPack(second) });
    await expect(addStep(folder, { number: 4901, bytes })).rejects.toMatchObject({ code: 'releases_full' });
    await expect(addStep(folder, { number: 5001, bytes: back })).rejects.toMatchObject({ code: 'releases_full' });
    await addStep(folder, { number: 4900, bytes });
    await addStep(folder, { number: 5000, bytes: back });
  });

  test('keeps what a release left that did not come to its end, and does not put other signatures in its place', async () => {
    await storePack(folder, first);
    await storePack(folder, first);
    const others = await released(packWith(), { release: { until: '2028-01-01' } });
    await expect(storePack(folder, others)).rejects.toMatchObject({ code: 'releases_occupied' });
  });
});
