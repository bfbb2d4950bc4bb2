import { guidelines } from '@parlance/charter';
import { type z } from 'zod';
import { day, language } from '../format/fields.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** BCP 47 in canonical form, as far as a pattern can tell. */
export const languageTag = '^(?:[a-z]{2,3}|[a-z]{5,8})(?:-[A-Za-z0-9]{1,8})*$';

/** What a reader refuses by code, said once more in the words of JSON Schema. By path, as in the words of fields. */
const conditions: Readonly<Record<string, JsonSchema>> = {
  'manifest.languages': { uniqueItems: true },
  'restriction.match': { minProperties: 1, if: { required: ['classifier'] }, then: { maxProperties: 1 } },
  'restriction.match.classifier.policy': { minProperties: 1 },
  'addition.when': { minProperties: 1, if: { required: ['always'] }, then: { maxProperties: 1 } },
  addition: {
    if: { properties: { when: { required: ['always'] } } },
    then: { properties: { place: { enum: ['start', 'end'] } } },
    else: { properties: { place: { enum: ['before', 'beside', 'after', 'end'] } } },
  },
  'service.facts.#': {
    allOf: [
      { if: { properties: { kind: { const: 'form' } } }, else: { not: { required: ['url'] } } },
      { if: { properties: { kind: { const: 'phone' } } }, then: { required: ['number'] }, else: { not: { required: ['number'] } } },
    ],
  },
  'cases.#.expect': { minProperties: 1, maxProperties: 1 },
  'sector.study.hints.value': { uniqueItems: true, contains: { const: 'answer' } },
  'privacy.retention.max_days': { minimum: 1, maximum: 9999 },
};

const ownLanguage = new Set(['locale.language', 'passage.language', 'cases.#.language']);

/** Facts about a field that its Zod schema keeps in code. */
export function besideZod(schema: JsonSchema, path: readonly string[], languages: readonly string[]): JsonSchema {
  const place = path.join('.');
  return {
    ...conditions[place],
    ...(schema.type === 'string' ? knobValues(path) : {}),
    ...(languages.length > 0 && ownLanguage.has(place) ? { enum: [...languages] } : {}),
  };
}

/** The charter's closed list, wherever a knob stands. */
function knobValues(path: readonly string[]): JsonSchema {
  const guideline = guidelines.find(({ knob }) => knob === path.at(-2));
  if (guideline === undefined) return {};
  if (path.at(-1) === 'value') return { enum: [...guideline.values] };
  return path.at(-1) === 'guideline' ? { const: guideline.id } : {};
}

/** Facts about the two fields whose form a pattern alone does not tell. */
export function formOf(schema: unknown): JsonSchema {
  if (schema === day) return { format: 'date' };
  return schema === language ? { pattern: languageTag } : {};
}
