import { join } from 'node:path';
import { parsePack, type Pack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { expect, test } from 'vitest';
import { createCountry } from '../country/country.ts';
import { pageLanguage } from './page-context.ts';
import { pageWords } from './page-words.ts';

async function read(country: string) {
  const files = await readPackFolder(join(import.meta.dirname, '..', '..', '..', '..', 'packs', country));
  const { pack } = parsePack(files);
  if (pack === null) throw new Error(`the pack ${country} does not load`);
  return { pack, files };
}

const { pack, files } = await read('ma');

test('a page has the words of the pack, with their slots filled', () => {
  const text = pageWords(pack, 'zgh');
  expect([text.language, text.home]).toEqual(['zgh', 'ⴰⵣⵏ ⴰⵙⵇⵇⵙⵉ']);
  expect(text.leftOut('X')).toBe('ⵉⵜⵜⵡⴰⴽⴽⵙ: X');
  expect(text.receipts.steps.leaf.name).not.toBe('');
});

test('what the script of a page fills in stays in braces', () => {
  expect(pageWords(pack, 'fr').receipts.verdictPromised).toContain('{until}');
  expect(pageWords(pack, 'fr').receipts.flipped).toContain('« {before} »');
});

test('a word that the pack lacks comes from the built-in words, and a language without any is English', () => {
  const poor: Pack = { ...pack, interface: new Map([['fr', new Map([['home', 'Accueil']])]]) };
  expect([pageWords(poor, 'fr').home, pageWords(poor, 'fr').ask]).toEqual(['Accueil', 'Ask']);
  expect(pageWords(poor, 'ar').language).toBe('en');
});

test('in a language in which no answers are given, a language of the answers that runs the same way stands in', () => {
  expect(pageWords(pack, 'zgh').chat.dictate).toBe(pageWords(pack, 'fr').chat.dictate);
  expect(pageWords(pack, 'zgh').chat.dictate).not.toBe(pageWords(pack, 'et').chat.dictate);
  const onlyArabic: Pack = { ...pack, languages: ['ar'] };
  expect(pageWords(onlyArabic, 'zgh').chat.dictate).toBe('Dictate');
});

test('parts of which the pack has few words are told to be in the language that stands in for them', async () => {
  expect(pageWords(pack, 'zgh').untranslated).toMatchObject({ transparency: 'fr', register: 'fr' });
  for (const [country, language] of [
    ['ma', 'ar'],
    ['ma', 'fr'],
    ['de', 'de'],
  ] as const)
    expect(pageWords((await read(country)).pack, language).untranslated).toEqual({});
  expect(pageWords(pack, 'et').untranslated).toBeUndefined();
});

test('a page can be read in a language in which no answers are given', () => {
  const country = createCountry(pack, files);
  expect(pageLanguage(country, 'zgh', undefined)).toBe('zgh');
  expect(pageLanguage(country, undefined, 'zgh-MA,ar;q=0.8')).toBe('zgh');
  expect(pageLanguage(country, 'xx', 'de')).toBe('ar');
});
