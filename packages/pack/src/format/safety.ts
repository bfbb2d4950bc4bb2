import { type z } from 'zod';
import { type SafetyResource } from '../pack.ts';
import { closed, day, httpsUrl, language, listOf, localized, name, phone, text } from './fields.ts';

/** `safety.yaml`. */
export function safetySchema(languages: readonly string[]): z.ZodType<readonly SafetyResource[]> {
  const resource = closed({
    id: name,
    kind: name,
    number: phone,
    languages: listOf(language, { least: 1, most: 32 }),
    name: localized(languages, 200),
    what: localized(languages, 400),
    hours: localized(languages, 200).optional(),
    source: closed({ url: httpsUrl, publisher: text(200), read: day }),
  }).transform((facts) => ({ ...facts, hours: facts.hours ?? null }));
  return closed({ resources: listOf(resource, { least: 1, most: 200 }) }).transform(({ resources }) => resources);
}
