import { type z } from 'zod';
import { type JsonSchema } from './beside-zod.ts';

type SchemaType = z.core.JSONSchema.SchemaType;

/** Writings of numbers, one of which most texts that may be a number may be. */
const numbers = ['7', '30', '112', '2026', '1.5'];

/**
 * A pack reads every scalar as the text that it shows, while an editor takes `112` for a number and `true` for a truth value. A field that may hold
 * such a text takes the value as well, so that an editor marks nothing that the check accepts. Only an empty value, `~` and `null`, which an editor
 * cannot tell apart, are refused: a value that is missing is the commoner case.
 */
export function asEditorsRead(schema: JsonSchema): JsonSchema {
  if (schema.type !== 'string') return schema;
  if (schema.enum !== undefined) return asEnum(schema, schema.enum.flatMap(seenAs));
  const others: SchemaType[] = numbers.some((text) => takes(schema, text)) ? ['number'] : [];
  if (takes(schema, 'true')) others.push('boolean');
  return others.length === 0 ? schema : { ...schema, type: ['string', ...others] };
}

type Values = NonNullable<JsonSchema['enum']>;

function asEnum(schema: JsonSchema, values: Values): JsonSchema {
  const types = (['string', 'number', 'boolean'] as const).filter((type) => values.some((value) => typeof value === type));
  return { ...schema, type: types.length === 1 ? 'string' : types, enum: values };
}

/** A text and the value that the core schema of YAML 1.2 takes it for. */
function seenAs(value: unknown): Values {
  if (typeof value !== 'string') return [];
  if (value === 'true' || value === 'false') return [value, value === 'true'];
  return /^\d+(?:\.\d+)?$/.test(value) ? [value, Number(value)] : [value];
}

function takes({ minLength = 0, maxLength = Infinity, pattern, format, const: only, allOf = [] }: JsonSchema, text: string): boolean {
  if (format !== undefined || only !== undefined || text.length < minLength || text.length > maxLength) return false;
  const patterns = [pattern, ...allOf.map((part) => (typeof part === 'object' ? part.pattern : undefined))];
  return patterns.every((form) => form === undefined || RegExp(form, 'u').test(text));
}
