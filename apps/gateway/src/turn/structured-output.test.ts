import { describe, expect, test } from 'vitest';
import { type ChatRequest } from '@parlance/wire';
import { exactTools, isJsonAsked, isStructured } from './structured-output.ts';

const asked = (more: object): ChatRequest => ({ model: 'm', messages: [], ...more });
const withSchema = (parameters: unknown) => asked({ tools: [{ type: 'function', function: { name: 'f', parameters } }] });

describe('output in a form', () => {
  test.each([
    { response_format: { type: 'json_object' } },
    { response_format: { type: 'json_schema', json_schema: {} } },
    { guided_regex: '[0-9]+' },
    { regex: '[0-9]+' },
    { ebnf: 'root ::= "a"' },
    { format: 'json' },
    { grammar: 'root ::= "a"' },
  ])('is asked for by %j', (more) => {
    expect(isStructured(asked(more))).toBe(true);
  });

  test.each([{}, { response_format: { type: 'text' } }, { response_format: null }, { regex: null }, { tools: [] }])(
    'is not asked for by %j',
    (more) => {
      expect(isStructured(asked(more))).toBe(false);
      expect(isJsonAsked(asked(more))).toBe(false);
    },
  );

  test.each([{ regex: 'a' }, { guided_choice: ['a'] }, { grammar: 'x' }])('is not JSON by %j', (more) => {
    expect(isJsonAsked(asked(more))).toBe(false);
  });
});

describe('the arguments of a tool', () => {
  const text = { type: 'string' };
  test.each([
    { type: 'object', properties: { id: { ...text, pattern: '^[0-9]{11}$' } } },
    { type: 'object', properties: { to: { ...text, format: 'email' } } },
    { type: 'object', properties: { list: { type: 'array', items: { ...text, enum: ['a', 'b'] } } } },
    { anyOf: [{ ...text }, { ...text, maxLength: 3 }] },
    { $defs: { one: { const: 'a' } } },
  ])('may not be just any text where the schema is %j', (schema) => {
    expect(exactTools(withSchema(schema))).toEqual(new Set(['f']));
  });

  test.each([
    { type: 'object', properties: { body: text } },
    { type: 'object', properties: { format: text, pattern: text, enum: text, maxLength: { type: 'integer' } } },
    { type: 'object', properties: { n: { type: 'integer', minimum: 3 } }, required: ['n'], additionalProperties: false },
    undefined,
    null,
    'x',
    {},
  ])('may be where it is %j', (schema) => {
    expect(exactTools(withSchema(schema))).toEqual(new Set());
  });

  test('in a schema that has no end in sight may not be, and tools without a function are none', () => {
    let schema: unknown = {};
    for (let depth = 0; depth < 5000; depth++) schema = { items: schema };
    expect(exactTools(withSchema(schema))).toEqual(new Set(['f']));
    expect(exactTools(asked({ tools: [{ type: 'web' }, { type: 'function', function: null }] }))).toEqual(new Set());
    expect(exactTools(asked({}))).toEqual(new Set());
  });
});
