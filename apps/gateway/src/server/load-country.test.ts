import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCountry } from './load-country.ts';

const examples = fileURLToPath(new URL('../../../../packs', import.meta.url));
let packs = '';

beforeAll(() => {
  packs = mkdtempSync(join(tmpdir(), 'parlance-packs-'));
  for (const name of ['de', 'ee']) cpSync(join(examples, name), join(packs, name), { recursive: true });
});

afterAll(() => {
  rmSync(packs, { recursive: true });
});

const loaded = async (folder: string, country: string | null): Promise<string> =>
  (await loadCountry({ packs: folder, country, mode: 'development', organisation: null, releases: null, trust: null }, '2026-11-22'))
    .country.pack.id;

describe('of several packs in a folder', () => {
  test('the example answers when no country is named', async () => {
    expect(await loaded(packs, null)).toBe('EE');
  });

  test('the one of the named country answers', async () => {
    expect(await loaded(packs, 'DE')).toBe('DE');
  });

  test('a country without a pack is refused with those that are there', async () => {
    await expect(loaded(packs, 'FI')).rejects.toThrow(/it holds de, ee; name the country of one of them in PARLANCE_COUNTRY/u);
  });

  test('a folder that is itself the pack of another country is refused', async () => {
    await expect(loaded(join(packs, 'ee'), 'DE')).rejects.toThrow(/it is the pack of EE, and PARLANCE_COUNTRY is DE/u);
  });

  test('a folder that is itself a pack needs no name', async () => {
    expect(await loaded(join(packs, 'de'), null)).toBe('DE');
  });

  test('a folder without a pack is refused', async () => {
    const empty = mkdtempSync(join(packs, 'empty-'));
    await expect(loaded(empty, null)).rejects.toThrow(/it holds no pack/u);
  });
});
