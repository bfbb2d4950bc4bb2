import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PackFiles } from '@parlance/pack';
import { addStep, storePack } from '@parlance/pack/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOfPack } from '../../../../packages/pack/src/format/pack-digest.ts';
import {
  everyone,
  packWith,
  released,
  rollback,
  today,
  trustText,
  versionOf,
} from '../../../../packages/pack/src/release/testing/released-pack.ts';
import { type PackConfig } from './find-pack.ts';
import { loadCountry } from './load-country.ts';

let home = '';
let folder = '';
let trust = '';

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'parlance-signed-'));
  trust = join(home, 'trust.yaml');
  writeFileSync(trust, await trustText());
});

afterAll(() => {
  rmSync(home, { recursive: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(home, 'each-'));
});

function write(files: PackFiles): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

const inForce = async (changes: Partial<PackConfig> = {}, day = today) => {
  const loaded = await loadCountry(
    { packs: folder, releases: null, trust, country: null, mode: 'production', organisation: null, ...changes },
    day,
  );
  return { version: loaded.country.pack.version, ...loaded.inForce.release };
};

describe('in production mode, a pack in a folder', () => {
  test('answers when it was reviewed and signed, and its signers are known', async () => {
    write(await released(packWith()));
    const found = await inForce();
    expect(found).toMatchObject({ version: '0.1.0', change: 'safety' });
    expect(found.signedBy?.map((id) => id.split('+')[0])).toEqual(['rita.release', 'lars.legal', 'lea.language', 'sara.safety']);
  });

  test('is refused without a file that says whose keys count', async () => {
    write(await released(packWith()));
    await expect(inForce({ trust: null })).rejects.toThrow(/PARLANCE_TRUST/u);
  });

  test('is refused when nobody signed for it', async () => {
    write(packWith());
    await expect(inForce()).rejects.toThrow(/pack\.sig:1:1 S14 .*expected a signed release/u);
  });

  test('is refused when too few reviewed it', async () => {
    write(await released(packWith(), { reviews: everyone.slice(0, 1) }));
    await expect(inForce()).rejects.toThrow(/S14 reviews: expected for a change of class safety/u);
  });

  test('is refused when it has expired, and before its day', async () => {
    write(await released(packWith(), { release: { from: '2026-12-01', until: '2027-01-01' } }));
    await expect(inForce({}, '2027-01-02')).rejects.toThrow(/S14 until: expected a day that is not before 2027-01-02/u);
    await expect(inForce({}, '2026-11-30')).rejects.toThrow(/S14 from: expected a day on which the release is in force/u);
    expect(await inForce({}, '2027-01-01')).toMatchObject({ version: '0.1.0' });
  });

  test('is refused when a file was changed after it was signed', async () => {
    const files = await released(packWith());
    const text = Buffer.from(files.get('privacy.yaml') ?? '').toString();
    write(new Map([...files, ['privacy.yaml', Buffer.from(text.replace('max_days: 30', 'max_days: 20'))]]));
    await expect(inForce()).rejects.toThrow(/S14 digest: expected sha256:.*The pack was changed after it was signed/u);
  });

  test('is refused when the file with the keys is broken', async () => {
    write(await released(packWith()));
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, 'keys: none\n');
    await expect(inForce({ trust: broken })).rejects.toMatchObject({
      code: 'trust_unusable',
      message: expect.stringContaining('keys') as string,
    });
  });
});

test('in development mode an unsigned pack answers with a warning where keys are named', async () => {
  write(packWith());
  const { warnings, inForce: found } = await loadCountry(
    { packs: folder, releases: null, trust, country: null, mode: 'development', organisation: null },
    today,
  );
  expect(found.release).toBeNull();
  expect(warnings[0]).toMatch(/production mode would refuse it/u);
});

describe('of a folder of releases', () => {
  const first = async () => released(packWith());
  const second = async () => released(versionOf('0.1.1'), { before: await first(), release: { from: '2026-12-01' } });

  async function put(files: PackFiles, number: number): Promise<void> {
    const place = { releases: folder, country: 'EE' };
    await storePack(place, files);
    await addStep(place, { number, bytes: files.get('pack.sig') ?? new Uint8Array() });
  }

  test('the release answers that is in force on the day', async () => {
    await put(await first(), 1);
    await put(await second(), 2);
    const releases = { releases: folder };
    expect([(await inForce(releases, '2026-11-30')).version, (await inForce(releases, '2026-12-01')).version]).toEqual(['0.1.0', '0.1.1']);
  });

  test('a rollback brings the release before back, and whoever signed it is named first', async () => {
    const [one, two] = [await first(), await second()];
    await put(one, 1);
    await put(two, 2);
    const bytes = await rollback({ to: digestOfPack(one), left: digestOfPack(two) });
    await addStep({ releases: folder, country: 'EE' }, { number: 3, bytes });
    const found = await inForce({ releases: folder }, '2026-12-02');
    expect(found).toMatchObject({ version: '0.1.0' });
    expect(found.signedBy?.[0]).toMatch(/^rita\.release\+/u);
  });

  test('nothing answers before the first day, without keys, or for a country that has none', async () => {
    await expect(inForce({ releases: folder })).rejects.toThrow(/it holds no releases; name the country/u);
    await put(await second().then(() => first()), 1);
    await expect(inForce({ releases: folder }, '2026-11-20')).rejects.toThrow(/nothing of it is in force on 2026-11-20/u);
    await expect(inForce({ releases: folder, trust: null })).rejects.toThrow(/PARLANCE_TRUST/u);
    await expect(inForce({ releases: folder, country: 'DE' })).rejects.toThrow(/nothing of it is in force/u);
  });
});
