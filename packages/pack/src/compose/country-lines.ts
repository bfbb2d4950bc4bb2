import { type Pack, type Term } from '../pack.ts';
import { type Line } from './layer.ts';
import { inLanguage } from './wording.ts';

/** What the country says, in the reader's language: who it is, whom to turn to, emergency numbers and conventions of writing. */
export function countryLines(pack: Pack, language: string): readonly Line[] {
  return [
    ['id', pack.id],
    ['pack', `${pack.id} ${pack.version}`],
    ['status', inLanguage(pack.status.note, pack, language)],
    ...contactLines(pack, language),
    ...safetyLines(pack, language),
    ...conventionLines(pack, language),
  ];
}

function contactLines(pack: Pack, language: string): readonly Line[] {
  const contact = pack.contacts.get(pack.generalContact);
  if (contact === undefined) return [];
  return present([
    ['contact.name', inLanguage(contact.name, pack, language)],
    ['contact.phone', contact.phone],
    ['contact.email', contact.email],
    ['contact.url', contact.url],
  ]);
}

function safetyLines(pack: Pack, language: string): readonly Line[] {
  return pack.safety.map(({ id, name, number, what }) => [
    `safety.${id}`,
    `${number} (${inLanguage(name, pack, language)}): ${inLanguage(what, pack, language)}`,
  ]);
}

function conventionLines(pack: Pack, language: string): readonly Line[] {
  const locale = pack.locales.get(language);
  if (locale === undefined) return [];
  return [
    ['numbers.decimal', locale.numbers.decimal],
    ['numbers.group', locale.numbers.group],
    ['date', locale.date],
    ['currency', locale.currency],
  ];
}

export function termLines({ term, definition, alternatives }: Term, index: number): readonly Line[] {
  const key = `term.${index + 1}`;
  const other: readonly Line[] = alternatives.length > 0 ? [[`${key}.also`, alternatives.join('; ')]] : [];
  return [[key, term], [`${key}.means`, definition], ...other];
}

function present(lines: readonly (readonly [string, string | null])[]): readonly Line[] {
  return lines.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
}
