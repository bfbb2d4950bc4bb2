import { z } from 'zod';
import { type Contact, type InterfaceLanguage, type PackStatus } from '../pack.ts';
import { closed, country, day, email, httpsUrl, language, listOf, localized, name, oneOf, phone, version } from './fields.ts';

/** `pack.yaml`. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly languages: readonly string[];
  readonly interfaceLanguages: ReadonlyMap<string, InterfaceLanguage>;
  readonly issuer: Readonly<Record<string, string>>;
  readonly charter: string;
  readonly status: PackStatus;
  readonly general: string;
  readonly contacts: ReadonlyMap<string, Contact>;
}

const languageList = listOf(language, { least: 1, most: 16 }).refine(
  (tags) => new Set(tags).size === tags.length,
  'a list in which no language stands twice',
);

const interfaceLanguages = z
  .record(language, closed({ review: oneOf(['none', 'reviewed']) }), 'a map of languages')
  .transform((languages) => new Map(Object.entries(languages)));

export function manifestSchema(languages: readonly string[]): z.ZodType<Manifest> {
  return closed({
    id: country,
    version,
    languages: languageList,
    interface_languages: interfaceLanguages.optional(),
    issuer: localized(languages, 200),
    charter: version,
    status: statusSchema(languages),
    general: name,
    contacts: contactsSchema(languages),
  }).transform(({ interface_languages, ...facts }) => ({ ...facts, interfaceLanguages: interface_languages ?? new Map() }));
}

/** What can be read of a `pack.yaml` with faults. What cannot is empty, and nothing else is held against it. */
export function readableManifest(value: unknown, languages: readonly string[]): Manifest {
  const noText: Readonly<Record<string, string>> = {};
  const noStatus: PackStatus = { review: 'none', note: {} };
  const map = z.looseObject({}).catch({}).parse(value);
  const { interface_languages, ...facts } = z
    .looseObject({
      id: country.catch(''),
      version: version.catch(''),
      interface_languages: interfaceLanguages.catch(new Map()),
      issuer: localized(languages, 200).catch(noText),
      charter: version.catch(''),
      status: statusSchema(languages).catch(noStatus),
      general: name.catch(''),
      contacts: contactsSchema(languages).catch(new Map()),
    })
    .parse(map);
  return { ...facts, languages, interfaceLanguages: interface_languages };
}

function statusSchema(languages: readonly string[]): z.ZodType<PackStatus> {
  return closed({ review: oneOf(['none', 'example', 'reviewed']), note: localized(languages, 300) });
}

function contactsSchema(languages: readonly string[]): z.ZodType<ReadonlyMap<string, Contact>> {
  return z
    .record(name, contactSchema(languages), 'a map of contacts')
    .transform((contacts) => new Map(Object.entries(contacts).map(([id, contact]): [string, Contact] => [id, { id, ...contact }])));
}

function contactSchema(languages: readonly string[]): z.ZodType<Omit<Contact, 'id'>> {
  return closed({
    name: localized(languages, 200),
    phone: phone.optional(),
    email: email.optional(),
    url: httpsUrl,
    source: closed({ url: httpsUrl, read: day }).optional(),
  }).transform((contact) => ({
    name: contact.name,
    phone: contact.phone ?? null,
    email: contact.email ?? null,
    url: contact.url,
    source: contact.source ?? null,
  }));
}

/** The languages that the other files have to speak, also when the rest of `pack.yaml` is broken. */
export function languagesIn(value: unknown): readonly string[] {
  const found = z.looseObject({ languages: languageList }).safeParse(value);
  return found.success ? found.data.languages : [];
}
