import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breaksSchema } from './schema-fit.ts';

const text = { type: 'string' };
const before = { id: 'canary', list: ['a', 'canary'], deep: { to: 'canary' } };
const marked = (path: 'id' | 'list' | 'deep') => ({
  ...before,
  ...{ id: { id: '⟦1⟧' }, list: { list: ['a', '⟦1⟧'] }, deep: { deep: { to: '⟦1⟧' } } }[path],
});

describe('a marker breaks a schema', () => {
  test.each([
    ['id', { properties: { id: { ...text, pattern: '^[0-9]{11}$' } } }],
    ['id', { properties: { id: { ...text, minLength: 300 } } }],
    ['id', { properties: { id: { ...text, contentEncoding: 'base64' } } }],
    ['id', { properties: { id: { not: { const: 'x' } } } }],
    ['id', { additionalProperties: { ...text, enum: ['canary'] } }],
    ['id', { patternProperties: { '^i': { ...text, maxLength: 3 } } }],
    ['id', { properties: { id: { anyOf: [text, { ...text, maxLength: 3 }] } } }],
    ['id', { properties: { id: { $ref: '#/$defs/one' } }, $defs: { one: { const: 'canary' } } }],
    ['id', { properties: { id: { $ref: 'https://example.org/schema' } } }],
    ['id', { properties: { id: { $ref: '#code' } }, $defs: { code: { $anchor: 'code', enum: ['canary'] } } }],
    ['id', { properties: { id: { $recursiveRef: '#' } } }],
    ['list', { properties: { list: { items: text, uniqueItems: true } } }],
    ['id', { allOf: [{ properties: { id: { ...text, format: 'email' } } }] }],
    ['id', { dependentSchemas: { id: { properties: { id: { const: 'canary' } } } } }],
    ['list', { properties: { list: { items: { ...text, enum: ['a', 'canary'] } } } }],
    ['list', { properties: { list: { prefixItems: [text, { ...text, pattern: '^c' }] } } }],
    ['list', { properties: { list: { enum: [['a', 'canary']] } } }],
    ['deep', { properties: { deep: { properties: { to: { ...text, format: 'email' } } } } }],
    ['deep', { const: before }],
  ] as const)('in %s of %j', (path, schema) => {
    expect(breaksSchema(schema, before, marked(path))).toBe(true);
  });

  test.each([
    ['id', { properties: { id: text, list: { items: { ...text, enum: ['a', 'canary'] } }, deep: { const: { to: 'canary' } } } }],
    ['id', { properties: { id: text, page: { type: 'integer', format: 'int32' }, unit: { enum: ['c', 'f'] } } }],
    ['id', { properties: { id: { ...text, default: { format: 'y' }, examples: [{ enum: [] }], description: 'const' } } }],
    ['id', { properties: { id: { $ref: '#/$defs/one' } }, $defs: { one: text, other: { const: 'x' } } }],
    ['id', { properties: { id: { anyOf: [text, { type: 'null' }] } }, additionalProperties: false }],
    ['list', { properties: { id: { const: 'canary' }, list: { type: 'array', items: text, minItems: 1 } } }],
    ['list', { properties: { list: { prefixItems: [{ const: 'a' }, text] } } }],
    ['deep', { properties: { deep: { properties: { format: { enum: [] }, to: text } } }, dependencies: { format: ['id'] } }],
    ['deep', true],
    ['deep', undefined],
    ['deep', null],
    ['deep', {}],
  ] as const)('but not in %s of %j', (path, schema) => {
    expect(breaksSchema(schema, before, marked(path))).toBe(false);
  });

  test('never where nothing differs', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (schema, value) => !breaksSchema(schema, value, structuredClone(value))));
  });

  test('where it branches into more than is looked at, without looking at it all', () => {
    const $defs: Record<string, unknown> = { d30: text };
    for (let level = 0; level < 30; level++) $defs[`d${level}`] = { anyOf: [1, 2, 3].map(() => ({ $ref: `#/$defs/d${level + 1}` })) };
    expect(breaksSchema({ properties: { id: { $ref: '#/$defs/d0' } }, $defs }, before, marked('id'))).toBe(true);
  });

  test('where its end is not in sight, also by a reference to itself', () => {
    let deep: unknown = {};
    let values: [unknown, unknown] = ['a', 'b'];
    for (let depth = 0; depth < 500; depth++) {
      deep = { items: deep };
      values = [[values[0]], [values[1]]];
    }
    expect(breaksSchema(deep, ...values)).toBe(true);
    expect(breaksSchema({ $ref: '#' }, 'a', 'b')).toBe(true);
  });
});
