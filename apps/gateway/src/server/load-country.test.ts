import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCountry } from './load-country.ts';

const ee = fileURLToPath(new URL('../../../../packs/ee', import.meta.url));
let packs = '';

/** A second country: the same pack under another name is enough to choose between two. */
beforeAll(() => {
  packs = mkdtempSync(join(tmpdir(), 'parlance-packs-'));
  cpSync(ee, join(packs, 'ee'), { recursive: true });
  cpSync(ee, join(packs, 'xx'), { recursive: true });
  const file = join(packs, 'xx', 'pack.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^version: .*$/mu, 'version: 9.9.9'));
});

afterAll(() => {
  rmSync(packs, { recursive: true });
});

const versionOf = async (folder: string, country: string | null): Promise<string> =>
  (await loadCountry({ packs: folder, country, mode: 'development' }, '2026-11-21')).country.pack.version;

describe('of several packs in a folder', () => {
  test('the example answers when no country is named', async () => {
    expect(await versionOf(packs, null)).not.toBe('9.9.9');
  });

  test('the one of the named country answers', async () => {
    expect(await versionOf(packs, 'XX')).toBe('9.9.9');
  });

  test('a country without a pack is refused with those that are there', async () => {
    await expect(versionOf(packs, 'DE')).rejects.toThrow(/it holds ee, xx; name the country of one of them in PARLANCE_COUNTRY/u);
  });

  test('a folder that is itself a pack needs no name', async () => {
    expect(await versionOf(join(packs, 'xx'), null)).toBe('9.9.9');
  });

  test('a folder without a pack is refused', async () => {
    await expect(versionOf(tmpdir(), null)).rejects.toThrow(/it holds no pack/u);
  });
});
