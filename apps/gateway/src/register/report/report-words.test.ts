import { readFileSync } from 'node:fs';
import { interfaceIn, type ReportLanguage, reportLanguages, reportWords } from '@parlance/web';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';

const countryOf = { ar: 'ma', de: 'de', en: 'ee', et: 'ee', fr: 'ma', ru: 'ee' } as const satisfies Readonly<
  Record<ReportLanguage, string>
>;

function packWords(language: ReportLanguage, folder: 'notices' | 'interface'): Readonly<Record<string, string>> {
  const file = new URL(`../../../../../packs/${countryOf[language]}/${folder}/${language}.yaml`, import.meta.url);
  return parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
}

/** Somebody who goes from one page to the other must not wonder whether two words are two things. */
describe.each(reportLanguages)('the report in %s', (language) => {
  const words = reportWords({ language });

  test('names types and purposes as the register of a country does', () => {
    const notices = packWords(language, 'notices');
    for (const [type, name] of Object.entries(words.types)) expect(name, type).toBe(notices[`type.${type}`]);
    for (const [purpose, name] of Object.entries(words.purposes)) expect(name, purpose).toBe(notices[`purpose.${purpose}`]);
  });

  test('names what was done and sectors as the register does', () => {
    const own = interfaceIn(language);
    const ofPack = own.language === language ? null : packWords(language, 'interface');
    for (const [kind, name] of entriesOf(words.kinds))
      expect(name, kind).toBe(ofPack?.[`register.kinds.${kind}`] ?? own.register(`kinds.${kind}`));
    for (const [sector, name] of entriesOf(words.sectors))
      expect(name, sector).toBe(ofPack?.[`register.sectors.${sector}`] ?? own.register(`sectors.${sector}`));
  });
});

const entriesOf = <Name extends string>(names: Readonly<Record<Name, string>>) =>
  Object.entries(names) as unknown as readonly [Name, string][];
