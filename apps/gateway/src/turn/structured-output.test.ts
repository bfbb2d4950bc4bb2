import { describe, expect, test } from 'vitest';
import { type ChatRequest } from '@parlance/wire';
import { isStructured, toolSchemas } from './structured-output.ts';

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
    },
  );
});

test('the schemas of tools are known by name, and tools without a function are none', () => {
  const schema = { type: 'object', properties: { id: { const: 'a' } } };
  expect(toolSchemas(withSchema(schema))).toEqual(new Map([['f', schema]]));
  for (const none of [undefined, null, 'x', {}]) expect(toolSchemas(withSchema(none))).toEqual(new Map([['f', none]]));
  expect(toolSchemas(asked({ tools: [{ type: 'web' }, { type: 'function', function: null }] }))).toEqual(new Map());
  expect(toolSchemas(asked({}))).toEqual(new Map());
});
