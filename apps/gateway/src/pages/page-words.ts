import { interfaceIds } from '@parlance/charter';
import { createFormatter } from '@parlance/disclosure';
import { oncePer, type Pack } from '@parlance/pack';
import { directionOf, interfaceIn, type InterfaceText, sections, translatedInterface } from '@parlance/web';

const textsOf = oncePer<Pack, Map<string, InterfaceText>>(() => new Map());

/** The words of the pages in a language of the pack: the pack's own, else those that are built in, else those of the language that stands in. */
export function pageWords(pack: Pack, language: string): InterfaceText {
  const known = textsOf(pack).get(language);
  if (known !== undefined) return known;
  const wordings = pack.interface.get(language);
  const text = wordings === undefined ? interfaceIn(language) : translated(pack, language, wordings);
  if (isOf(pack, language)) textsOf(pack).set(language, text);
  return text;
}

function translated(pack: Pack, language: string, wordings: ReadonlyMap<string, string>): InterfaceText {
  const format = createFormatter(language, (id) => wordings.get(id) ?? null);
  const base = standIn(pack, language);
  const text = translatedInterface(language, base, (id, slots) => (wordings.has(id) ? format(id, slots) : null));
  return { ...text, untranslated: untranslatedIn(base, wordings, language) };
}

/** Where a word has not been translated: a language in which the pack answers and that runs the same way, which its readers most likely know; else English. */
function standIn(pack: Pack, language: string): InterfaceText {
  const built = interfaceIn(language);
  if (built.language === language || pack.languages.includes(language)) return built;
  const other = pack.languages.find((each) => directionOf(each) === directionOf(language));
  return other === undefined ? built : pageWords(pack, other);
}

/** Parts of which the pack has fewer than half of the words. */
function untranslatedIn(
  base: InterfaceText,
  wordings: ReadonlyMap<string, string>,
  language: string,
): NonNullable<InterfaceText['untranslated']> {
  if (base.language === language) return {};
  const missing = sections.filter((section) => {
    const ids = interfaceIds.filter((id) => id.startsWith(`${section}.`));
    return ids.filter((id) => wordings.has(id)).length * 2 < ids.length;
  });
  return Object.fromEntries(missing.map((section) => [section, base.language]));
}

/** Only so many are remembered, whatever visitors ask for. */
function isOf(pack: Pack, language: string): boolean {
  return pack.languages.includes(language) || pack.interfaceLanguages.has(language);
}
