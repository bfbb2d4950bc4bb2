import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

/** The RFC by its words: members sorted, every part written by itself. */
function byTheWords(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(byTheWords).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined) as [string, JsonValue][];
  return `{${members
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${byTheWords(member)}`)
    .join(',')}}`;
}

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.nat(99).map(String)),
      fc.option(tie('value'), { nil: undefined }),
      {
        maxKeys: 6,
      },
    ),
  ),
}));

test('one text for one value, whatever the order of its members', () => {
  fc.assert(
    fc.property(value, (each) => {
      const text = canonicalJson(each);
      expect(text).toBe(byTheWords(each));
      expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('members whose names are numbers stand by their code units, which is not the order of an object', () => {
  expect(canonicalJson({ '9': 1, '10': 2 })).toBe('{"10":2,"9":1}');
  expect(canonicalJson([{ b: { '2': true, '11': null }, a: 0 }])).toBe('[{"a":0,"b":{"11":null,"2":true}}]');
});

test('the order is that of UTF-16 code units and not of code points', () => {
  expect(canonicalJson({ '\u{fb33}': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\u{fb33}":1}');
});

test('what is not there leaves no trace', () => {
  expect(canonicalJson({ a: undefined, b: [{ c: undefined }] })).toBe('{"b":[{}]}');
  expect(canonicalJson({ z: undefined, a: 1 })).toBe('{"a":1}');
});

/** What the types exclude and a caller in JavaScript may still bring. */
const withHole = JSON.parse('[null]', (key, value: unknown) => (key === '' ? value : undefined)) as JsonValue;

test.each<[string, JsonValue]>([
  ['a hole in a list', withHole],
  ['a hole in a list of what is out of order', [{ b: 1, a: withHole }]],
  ['NaN', Number.NaN],
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['a lone surrogate', { a: '\ud800' }],
  ['a lone surrogate in a name', { '\udc00': 1 }],
  ['a lone surrogate behind members that are out of order', { b: 1, a: '\ud800' }],
  ['a lone surrogate in a name that is out of order', { b: 1, '\ud800a': 1, a: 2 }],
])('%s has no canonical form', (_name, each) => {
  expect(() => canonicalJson(each)).toThrow('canonical JSON has');
});

test('negative zero is zero', () => {
  expect(canonicalJson(-0)).toBe('0');
});
