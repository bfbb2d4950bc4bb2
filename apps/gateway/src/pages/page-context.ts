import { detectLanguage, spokenLanguages, readersLanguage } from '@parlance/pack';
import { inLanguage } from '@parlance/disclosure';
import { type PageContext, type QuestionKind } from '@parlance/web';
import { safetyObjects } from '../country/crisis.ts';
import { type Country } from '../country/country.ts';
import { type Gateway } from '../gateway.ts';
import { pageWords } from './page-words.ts';
import { studyOffer } from './study/study-subjects.ts';

/** Language of a page: the one chosen, else the first that the browser asks for and the pack speaks, else the organisation's or the country's. */
export function pageLanguage(country: Country, chosen: string | undefined, accepted: string | undefined): string {
  const languages = pageLanguages(country);
  const reader = readersLanguage({ chosen, accepted, text: '' }, { ...spokenLanguages(country.pack), languages });
  return reader.language ?? country.values(country.defaultSector, reader).defaults.language.value;
}

/** Every language in which the pages can be read: those of the answers, then those of the pages alone. */
function pageLanguages({ pack }: Country): readonly string[] {
  return [...pack.languages, ...pack.interfaceLanguages.keys()];
}

/** The code where it is no code of a country (ISO 3166-1). */
function countryName(code: string, language: string): string {
  return /^[A-Z]{2}$/i.test(code) ? (new Intl.DisplayNames([language], { type: 'region' }).of(code.toUpperCase()) ?? code) : code;
}

/** Whether the browser asks for languages, and the pages have none of them. */
export function isUnspoken(country: Country, chosen: string | undefined, accepted: string | undefined): boolean {
  if (chosen !== undefined || accepted === undefined || /^[*\s]*$/.test(accepted)) return false;
  const languages = pageLanguages(country);
  return readersLanguage({ chosen, accepted, text: '' }, { ...spokenLanguages(country.pack), languages }).language === null;
}

const nameOf = (code: string): string => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;

export function pageContext(gateway: Gateway, language: string): PageContext {
  const { country, upstream, config } = gateway;
  const { pack } = country;
  const answered = pack.languages.includes(language) ? language : (pack.languages[0] ?? 'en');
  return {
    language,
    interfaceText: pageWords(pack, language),
    isReviewed: pack.interfaceLanguages.get(language)?.review !== 'none',
    answersIn: pack.languages.includes(language) ? [] : pack.languages.map(nameOf),
    languages: pageLanguages(country).map((code) => ({ code, name: nameOf(code) })),
    country: countryName(pack.id, language),
    pack: { id: pack.id, version: pack.version, note: inLanguage(pack.status.note, answered).text },
    operator: country.organisation.name ?? null,
    mode: config.mode,
    answeredBy: upstream.kind === 'cards' ? '' : (upstream.defaultModel ?? upstream.id),
    questions: questions(country, answered),
    safety: safetyObjects(
      pack.safety.filter(({ kind }) => kind === 'emergency'),
      answered,
    ),
    hasStudy: studyOffer(gateway) !== null,
  };
}

const mostServices = 3;

/** Questions to try, from the pack's own cases: ordinary ones, one in distress, one that it cannot answer. */
function questions(country: Country, language: string): PageContext['questions'] {
  const asked = country.pack.cases.filter((each) => each.language === language);
  const of = (kind: QuestionKind, member: string, most: number): PageContext['questions'] =>
    asked
      .filter(({ expect }) => member in expect)
      .slice(0, most)
      .map(({ ask }) => ({ text: ask, kind }));
  return [...of('service', 'card', mostServices), ...of('distress', 'safety', 1), ...of('unknown', 'unknown', 1)];
}

/** Whether a text is in a language, among those of the pack. */
export function isIn(country: Country, text: string, language: string): boolean {
  return detectLanguage(text, { ...spokenLanguages(country.pack), fallback: '' }).language === language;
}
