import { guidelines } from '@parlance/charter';
import { supportedLanguage } from '../language/supported-language.ts';
import { type Choices, type Defaults, type OrganisationValues } from '../organisation/organisation.ts';
import { type Pack } from '../pack.ts';
import { type Speaker, type Statement } from './statement.ts';
import { type StudySpeakers, type StudyValues } from './study.ts';

/** What a developer or a person sets. */
interface SpeakerValues extends Choices {
  readonly study?: StudyValues;
}

/** The speakers outside the pack. */
export interface Outside {
  readonly organisation?: OrganisationValues & SpeakerValues;
  readonly developer?: SpeakerValues;
  readonly user?: SpeakerValues;
}

export function studySpeakers({ organisation, developer, user }: Outside): StudySpeakers {
  return { organisation: organisation?.study, developer: developer?.study, user: user?.study };
}

export function by<Value>(layer: Speaker, value: Value): Statement<Value> {
  return { value, origin: { layer, position: null } };
}

/** A value of the organisation's file, with its place there. */
export function byOrganisation<Value>(organisation: OrganisationValues | undefined, path: string, value: Value): Statement<Value> {
  return { value, origin: { layer: 'organisation', position: organisation?.positions?.get(path) ?? null } };
}

/** What speakers outside the pack say of a knob. A value that the charter does not list is passed over: knobs cannot carry a text (S3). */
export function knobsSaid(outside: Outside, name: 'register' | 'address' | 'reading_level'): readonly Statement<string>[] {
  const values: readonly string[] = guidelines.find(({ knob }) => knob === name)?.values ?? [];
  return said(outside, name).filter(({ value }) => values.includes(value));
}

/** A language that the pack does not speak is passed over. */
export function languagesSaid(pack: Pack, outside: Outside): readonly Statement<string>[] {
  return said(outside, 'language').flatMap(({ value, origin }) => {
    const language = supportedLanguage(pack.languages, value);
    return language === null ? [] : [{ value: language, origin }];
  });
}

/** A script in which the language cannot be written is passed over. */
export function scriptsSaid(pack: Pack, language: string, outside: Outside): readonly Statement<string>[] {
  const offered = scriptsOffered(pack, language);
  return said(outside, 'script').filter(({ value }) => offered.includes(value));
}

/** The scripts in which a language of a pack may be written, the usual one first. */
export function scriptsOffered(pack: Pack, language: string): readonly string[] {
  const locale = pack.locales.get(language);
  return locale === undefined ? [] : [locale.script, ...locale.scripts];
}

function said(outside: Outside, name: keyof Defaults): readonly Statement<string>[] {
  const { organisation, developer, user } = outside;
  const statements: Statement<string>[] = [];
  const set = organisation?.[name];
  if (set !== undefined) statements.push(byOrganisation(organisation, `defaults.${name}`, set));
  if (developer?.[name] !== undefined) statements.push(by('developer', developer[name]));
  if (user?.[name] !== undefined) statements.push(by('user', user[name]));
  return statements;
}
