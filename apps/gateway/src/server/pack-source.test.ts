import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addStep, storePack } from '@parlance/pack/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOfPack } from '../../../../packages/pack/src/format/pack-digest.ts';
import { packWith, released, trustText, versionOf } from '../../../../packages/pack/src/release/testing/released-pack.ts';
import { type PackSource } from '../country/country-keeper.ts';
import { keepPack } from './keep-pack.ts';
import { packSource } from './pack-source.ts';

/** Two releases: one in force from November, one from December on. */
const home = mkdtempSync(join(tmpdir(), 'parlance-source-'));
const place = { releases: join(home, 'releases'), country: 'EE' };
const [november, december] = ['2026-11-30', '2026-12-01'];
let today = november;
let source: PackSource;
let firstDigest: string;

beforeAll(async () => {
  const first = await released(packWith());
  firstDigest = digestOfPack(first);
  const second = await released(versionOf('0.1.1'), { before: first, release: { from: december } });
  writeFileSync(join(home, 'trust.yaml'), await trustText());
  for (const [at, files] of [first, second].entries()) {
    await storePack(place, files);
    await addStep(place, { number: at + 1, bytes: files.get('pack.sig') ?? new Uint8Array() });
  }
});

beforeEach(() => {
  today = november;
  const config = {
    mode: 'production',
    packs: join(home, 'none'),
    country: 'EE',
    organisation: null,
    releases: place.releases,
    trust: join(home, 'trust.yaml'),
  } as const;
  source = packSource(config, () => today);
});

afterAll(() => {
  rmSync(home, { recursive: true });
});

const versionLoaded = async (): Promise<string> => (await source.load()).country.pack.version;

describe('a day', () => {
  test('that comes puts the release in force that waited for it, though no file changed', async () => {
    const before = await source.mark();
    expect(await versionLoaded()).toBe('0.1.0');
    today = december;
    expect(await source.mark()).not.toBe(before);
    expect(await versionLoaded()).toBe('0.1.1');
  });

  test('that comes a second time, because the clock went back, changes nothing', async () => {
    today = december;
    const after = await source.mark();
    today = november;
    expect([await source.mark(), await versionLoaded()]).toEqual([after, '0.1.1']);
  });
});

test('a clock that goes back between two looks takes no pack out of force, and another look finds nothing to do', async () => {
  const told: string[] = [];
  const log = {
    shards: () => [],
    putInForce: ({ pack }: { readonly pack: { readonly version: string } }) => {
      told.push(pack.version);
      return Promise.resolve();
    },
  };
  const kept = keepPack({ first: await source.load(), mark: await source.mark(), source, log, every: 0 });
  for (const day of [december, november, '2026-11-01', december]) {
    today = day;
    await kept.reload();
  }
  expect([told, kept.countries.refused()]).toEqual([['0.1.1'], null]);
  expect(kept.countries.current().pack.version).toBe('0.1.1');
  await kept.stop();
});

describe('a released pack', () => {
  test('is found by its digest', async () => {
    expect((await source.find(firstDigest))?.has('pack.sig')).toBe(true);
  });

  test.each([
    '',
    'sha256:',
    `sha256:${'0'.repeat(64)}`,
    `sha256:${'../'.repeat(21)}a`,
    '../history',
    firstDigestInCapitals(),
    '__proto__',
    '\u0000',
  ])('is not found by %j', async (digest) => {
    expect(await source.find(digest)).toBeNull();
  });
});

/** Not how a digest is written. */
function firstDigestInCapitals(): string {
  return digestOfPack(packWith()).toUpperCase();
}
