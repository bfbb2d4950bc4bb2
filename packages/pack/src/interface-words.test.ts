import { interfaceIds, messageIds } from '@parlance/charter';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack } from './check/check-pack.ts';
import { readPackFolder } from './node/index.ts';

async function packOf(country: string) {
  const { pack } = checkPack(await readPackFolder(join(import.meta.dirname, '..', '..', '..', 'packs', country)), { today: '2026-11-21' });
  if (pack === null) throw new Error(`the pack ${country} does not load`);
  return pack;
}

describe.each([
  ['de', 'tr'],
  ['ma', 'zgh'],
])('the pack %s', async (country, language) => {
  const pack = await packOf(country);

  test(`has the pages in ${language} alone, with every notice and every word, and says that nobody has reviewed them`, () => {
    expect(pack.languages).not.toContain(language);
    expect(pack.interfaceLanguages.get(language)).toEqual({ review: 'none' });
    expect([...(pack.notices.get(language)?.keys() ?? [])].sort()).toEqual([...messageIds].sort());
    expect([...(pack.interface.get(language)?.keys() ?? [])].sort()).toEqual([...interfaceIds].sort());
  });

  test('has every word of the pages in each of its files', () => {
    for (const words of pack.interface.values()) expect(words.size).toBe(interfaceIds.length);
  });
});
