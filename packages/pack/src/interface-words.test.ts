import { interfaceIds, messageIds } from '@parlance/charter';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPack } from './check/check-pack.ts';
import { readPackFolder } from './node/index.ts';

async function packOf(country: string) {
  const { pack } = checkPack(await readPackFolder(join(import.meta.dirname, '..', '..', '..', 'packs', country)), { today: '2026-11-22' });
  if (pack === null) throw new Error(`the pack ${country} does not load`);
  return pack;
}

/** Words for which no sure wording was found in Tamazight; those of French stand in. */
const unsure: Readonly<Record<string, readonly string[]>> = {
  zgh: [
    'chat.reading-level',
    'chat.levels.standard',
    'chat.levels.plain',
    'chat.levels.easy',
    'chat.kept',
    'chat.left-behind',
    'chat.too-large',
    'chat.not-shown',
    'chat.links-beside',
    'chat.keep-question',
    'chat.stopped-here',
    'chat.share-hint',
    'chat.share-link',
    'chat.not-sent',
    'chat.failed',
    'chat.not-brought-back',
    'chat.listen',
    'chat.silence',
    'chat.dictate',
    'chat.dictate-hint',
    'operator',
    'operator-unset',
    'try-logged',
    'receipts.text-compared',
    'receipts.text-not-compared',
    'receipts.watched',
    'receipts.unwatched',
    'receipts.text-differs',
    'receipts.nonce-missing',
    'receipts.none-asked',
    'troubles.unproved',
    'troubles.too-large',
    'troubles.unreadable',
    'troubles.not-now',
    'troubles.no-page',
    'troubles.pages-here',
    'troubles.down-since',
    // Words of procedure: a wrong one would cost somebody their objection.
    ...interfaceIds.filter((id) => id.startsWith('objections.')),
    ...interfaceIds.filter((id) => id.startsWith('study.')),
    ...interfaceIds.filter((id) => id.startsWith('transparency.')),
    ...interfaceIds.filter((id) => id.startsWith('register.')),
    // Of opening hours and costs: a wrong one would send somebody to a closed door.
    ...interfaceIds.filter((id) => id.startsWith('person.')),
  ],
};

const wordsOf = (language: string) => interfaceIds.filter((id) => unsure[language]?.includes(id) !== true);

describe.each([
  ['de', 'am'],
  ['de', 'hi'],
  ['de', 'tr'],
  ['ma', 'zgh'],
])('the pack %s', async (country, language) => {
  const pack = await packOf(country);

  test(`has the pages in ${language} alone, with every notice and every word that is sure, and says that nobody has reviewed them`, () => {
    expect(pack.languages).not.toContain(language);
    expect(pack.interfaceLanguages.get(language)).toEqual({ review: 'none' });
    expect([...(pack.notices.get(language)?.keys() ?? [])].sort()).toEqual([...messageIds].sort());
    expect([...(pack.interface.get(language)?.keys() ?? [])].sort()).toEqual(wordsOf(language).sort());
  });

  test('has every word of the pages that is sure in each of its files', () => {
    for (const [each, words] of pack.interface) expect([...words.keys()].sort()).toEqual(wordsOf(each).sort());
  });
});
