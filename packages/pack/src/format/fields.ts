import { z } from 'zod';

/**
 * The kinds of field that a pack file is made of. The message of each says what is expected there, as a noun phrase;
 * `schema-issues.ts` makes issues of them.
 */

/** A map that has these keys and no others. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const allowed = Object.keys(shape).join(', ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? allowed : 'a map with fixed keys') });
}

const oneLine = /^\S(?:.*\S)?$/;

/** Text for people: one line, no spaces around it. Length in UTF-16 units. */
export function text(longest: number): z.ZodString {
  const expected = `a text on one line, of at most ${longest} characters, without spaces around it`;
  return z.string(expected).min(1, expected).max(longest, expected).regex(oneLine, expected);
}

/** A text in every language of the pack and in no other. */
export function localized(languages: readonly string[], longest: number): z.ZodType<Readonly<Record<string, string>>> {
  return inEveryLanguage(languages, text(longest));
}

/** While the languages of a pack are not known, because `pack.yaml` is broken, other files are not blamed for theirs. */
export function inEveryLanguage<Value>(languages: readonly string[], value: z.ZodType<Value>): z.ZodType<Readonly<Record<string, Value>>> {
  if (languages.length === 0) return z.record(z.string(), value, 'a map from language to text');
  return closed(Object.fromEntries(languages.map((language) => [language, value])));
}

/** In one language of the pack at least, and in no other. */
export function inSomeLanguages<Value>(languages: readonly string[], value: z.ZodType<Value>): z.ZodType<Readonly<Record<string, Value>>> {
  if (languages.length === 0) return z.record(z.string(), value, 'a map from language to text');
  return closed(Object.fromEntries(languages.map((language) => [language, value.optional()])))
    .refine((texts) => Object.keys(texts).length > 0, `a text in at least one of: ${languages.join(', ')}`)
    .transform((texts) =>
      Object.fromEntries(Object.entries(texts).flatMap(([language, text]) => (text === undefined ? [] : [[language, text]]))),
    );
}

export function listOf<Item extends z.ZodType>(item: Item, bounds: { readonly least: number; readonly most: number }): z.ZodArray<Item> {
  const expected = `a list of ${bounds.least} to ${bounds.most} items`;
  return z.array(item, expected).min(bounds.least, expected).max(bounds.most, expected);
}

export function oneOf<const Values extends readonly [string, ...string[]]>(
  values: Values,
): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values, `one of: ${values.join(', ')}`);
}

function written(form: RegExp, expected: string, longest = 200): z.ZodString {
  return z.string(expected).max(longest, expected).regex(form, expected);
}

export const name = written(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a name of small letters, digits and hyphens, such as parental-benefit');
export const dottedName = written(
  /^[a-z]{2}(?:\.[a-z0-9]+(?:-[a-z0-9]+)*){2,}$/,
  'the country, the law, the place in it and a name, such as ee.reks.17.tobacco-promotion, of at most 128 characters',
  128,
);
export const version = written(
  /^\d{1,5}\.\d{1,5}\.\d{1,5}(?:-[0-9a-z]+(?:\.[0-9a-z]+)*)?$/,
  'a semantic version, such as 1.2.0, of at most 32 characters',
  32,
);
export const script = written(/^[A-Z][a-z]{3}$/, 'a script by ISO 15924, such as Latn');
export const currency = written(/^[A-Z]{3}$/, 'a currency by ISO 4217, such as EUR');
export const phone = written(
  /^\+?[0-9](?:[0-9 ]{0,18}[0-9])?$/,
  'a telephone number in digits and spaces, in quotes, such as "+372 612 1360"',
);
export const email = written(/^[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$/, 'an e-mail address');

/** Without flags, which a JSON Schema made of it could not say. */
const url = /^[Hh][Tt]{2}[Pp][Ss]:\/\/(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?:[/?#][!-~]*)?$/;

/** No user, port, address in numbers or letter outside ASCII: what is shown is where it leads. */
export const httpsUrl = z
  .string('an address that starts with https://')
  .max(1000, 'an address of at most 1000 characters')
  .regex(url, 'an address that starts with https://, in ASCII, with a domain name and no port');

/** Of a law: each rule stands in the log with the address of its law, and a leaf of the log has room for so much. */
export const lawUrl = httpsUrl.max(300, 'an address of at most 300 characters');

export const language = z
  .string('a language tag (BCP 47), such as et')
  .max(35, 'a language tag (BCP 47), such as et')
  .refine(isCanonicalLanguage, 'a language tag (BCP 47) in canonical form, such as et');

function isCanonicalLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

export const timeOfDay = written(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time in the form HH:MM, in quotes, such as "09:00"');
export const closingTime = written(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time in the form HH:MM, in quotes, at most "24:00"');

export const timeZone = written(/^[A-Z][A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2}$/, 'a time zone (IANA), for example Europe/Tallinn').refine(
  isTimeZone,
  'a time zone that IANA knows',
);

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const country = written(/^[A-Z]{2}$/, 'a country by ISO 3166-1, such as EE').refine(isCountry, 'a country that ISO 3166-1 knows');

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** The European Union has a code that ISO 3166-1 reserves for it. */
function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
}

export const day = written(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD').refine(isRealDay, 'a day that exists');

function isRealDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}
