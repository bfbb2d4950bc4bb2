import { z } from 'zod';
import { layout } from '../format/layout.ts';
import { asEditorsRead } from './yaml-scalars.ts';
import { besideZod, formOf, type JsonSchema, languageTag } from './beside-zod.ts';
import { fieldWords } from './field-words.ts';
import { kindWords, type KindWords } from './kind-words.ts';
import { noticeWords } from './notice-words.ts';

export interface PackSchema {
  /** Name of the kind of file, such as `restriction`. */
  readonly kind: string;
  readonly words: KindWords;
  /** Draft 2020-12. */
  readonly schema: JsonSchema;
}

/**
 * A JSON Schema for each kind of file of a pack, made of the very schemas that read them. With the languages of a pack its texts have exactly these;
 * without any, every language tag will do. What one file says about another is for `checkPack`.
 */
export function packSchemas(languages: readonly string[]): readonly PackSchema[] {
  return Object.entries(layout).map(([kind, { folder, schema, pattern }]) => {
    const words = kindWords(kind, folder);
    const read = z.toJSONSchema(schema(languages), { io: 'input', unrepresentable: 'any', override: expectations });
    const scalars = pattern.source.endsWith('json$') ? (scalar: JsonSchema) => scalar : asEditorsRead;
    const top = { path: [kind], languages, scalars, title: words.title, words: words.description };
    return { kind, words, schema: described(read, top) };
  });
}

/** Each schema says by itself what it expects, in the issue that it makes of a value that is nothing at all. */
function expectations({ zodSchema, jsonSchema }: { readonly zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  const { error } = z.core.safeParse(zodSchema, Symbol('nothing'));
  const expected = error?.issues[0]?.message;
  Object.assign(
    jsonSchema,
    formOf(zodSchema),
    expected === undefined || jsonSchema.properties !== undefined ? {} : { description: expected },
  );
}

interface Place {
  readonly path: readonly string[];
  readonly languages: readonly string[];
  /** What a scalar is read as: by its look in YAML, by its quotes in JSON. */
  readonly scalars: (schema: JsonSchema) => JsonSchema;
  readonly title: string;
  readonly words: string | null;
}

function described(schema: JsonSchema, place: Place): JsonSchema {
  const { path, languages, scalars } = place;
  const { description: expected, ...facts } = schema;
  const says = [place.words, expected === undefined ? null : `Expected: ${expected}.`]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  return {
    title: place.title,
    description: says === '' ? place.title : says,
    ...scalars({ ...inside(facts, place), ...besideZod(facts, path, languages) }),
  };
}

/** The same for what stands inside: fields, items and values of maps. */
function inside(schema: JsonSchema, place: Place): JsonSchema {
  const { properties, items, additionalProperties, propertyNames, anyOf } = schema;
  return {
    ...schema,
    ...(properties && { properties: mapped(properties, (inner, key) => described(inner, placeOf(place, key))) }),
    ...(isSchema(items) && { items: described(items, placeIn(place, '#')) }),
    ...(isSchema(additionalProperties) && { additionalProperties: described(additionalProperties, placeIn(place, '*')) }),
    ...(isSchema(propertyNames) && propertyNames.pattern === undefined && { propertyNames: { pattern: languageTag }, minProperties: 1 }),
    ...(anyOf && { anyOf: anyOf.map((part) => (isSchema(part) ? inside(withoutWords(part), place) : part)) }),
  };
}

/** What is expected of one branch is no news beside what is expected of both. */
function withoutWords(schema: JsonSchema): JsonSchema {
  const { description, ...facts } = schema;
  return description === undefined ? schema : facts;
}

function placeOf(place: Place, key: string): Place {
  const { languages, path } = place;
  // In the schema for one pack, the languages are fields by name.
  if (languages.includes(key))
    return { ...placeIn(place, '*'), title: key, words: fieldWords([...path, '*']) ?? `In the language ${key}.` };
  const inner = [...path, key];
  return { ...place, path: inner, title: key.replaceAll('_', ' '), words: noticeWords(inner) ?? fieldWords(inner) };
}

function placeIn(place: Place, part: '#' | '*'): Place {
  const inner = [...place.path, part];
  return { ...place, path: inner, title: part === '#' ? 'item' : 'entry', words: fieldWords(inner) };
}

function isSchema(part: unknown): part is JsonSchema {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function mapped(
  fields: NonNullable<JsonSchema['properties']>,
  change: (schema: JsonSchema, key: string) => JsonSchema,
): NonNullable<JsonSchema['properties']> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, isSchema(field) ? change(field, key) : field]));
}
