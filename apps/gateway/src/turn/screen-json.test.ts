import { compile, type Originals, type PassContext, type Rule } from '@parlance/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screenJson } from './screen-json.ts';

const rule: Rule = {
  kind: 'omit',
  id: 'xx.law',
  version: '1',
  cause: 'law',
  type: 'advertising',
  matcher: { terms: ['secret'], patterns: ['code-\\d{3}', '777\\d{4}'] },
  rationale: { en: 'So says the act.' },
};
const privacy: Rule = {
  kind: 'omit',
  id: 'xx.privacy',
  version: '1',
  cause: 'privacy',
  type: 'personal-identifier',
  matcher: { identifiers: ['ee.isikukood'] },
  rationale: { en: 'It identifies a person.' },
};
const { screen } = compile([rule, privacy]);
const context: PassContext = {
  choice: 0,
  channel: 'tool',
  language: 'en',
  wording: {
    marker: (_disclosure, number) => `${number}: "left out"`,
    notice: () => 'notice',
    unjudged: () => '',
    additionLabel: () => 'added',
  },
  prose: true,
  typed: ['37605030299'],
};
const originals: Originals = new Map([
  ['⟦a-1⟧', { text: 'say "hi"\n\\', identifier: null }],
  ['⟦isikukood-1⟧', { text: '37605030299', identifier: 'ee.isikukood' }],
  ['⟦isikukood-2⟧', { text: '49403136526', identifier: 'ee.isikukood' }],
]);
const screened = (text: string, more: Partial<PassContext> = {}) =>
  screenJson(text, { screen: screen!, context: { ...context, ...more }, book: null, originals });

describe('JSON that is screened', () => {
  test('stays JSON with the same shape, and what the rules find is in none of its strings', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a secret.', 'code-123', '"secret"', 'sec\\u0072et'));
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (given, indent) => {
        const before = JSON.stringify(given, null, indent);
        const after = screened(before);
        // It is refused whole.
        if (after.isUnmarkable) return;
        expect(shapeOf(JSON.parse(after.text))).toEqual(shapeOf(JSON.parse(before)));
        expect(after.text).not.toMatch(/\bsecret\b|code-123/);
        if (after.disclosures.length === 0) expect(after.text).toBe(before);
        const points = Array.from(after.text);
        for (const { at } of after.disclosures) expect(points.slice(...at).join('')).toMatch(/^⟦\d+: \\"left out\\"⟧$/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a number', '{"x": 7771234}'],
    ['a number with an exponent', '{"x": 7.771234e6}'],
    ['a name', '{"secret": 1}'],
    ['a name with escapes', '{"s\\u0065cret" : 1}'],
    ['text that is not JSON', 'the secret'],
    ['text that is not JSON, with escapes', '{"x": "s\\u0065cret'],
  ])('%s can hold no marker', (_name, text) => {
    const after = screened(text);
    expect(after.isUnmarkable).toBe(true);
    expect(after.disclosures).toHaveLength(1);
  });

  test.each(['{"x": 1.50, "y": [true, null, -2e3]}', '""', '{"x":"no s\\u0065crets"}', 'nothing here', '12', '{"a:b": ":"}'])(
    '%s passes byte by byte',
    (text) => {
      expect(screened(text)).toEqual({ text, disclosures: [], isUnmarkable: false, isStopped: false, isTooDeep: false });
    },
  );

  test('strings share their numbers, also with the calls before', () => {
    expect(screened('["secret", "secret"]', { numberedBefore: 3 }).text).toBe('["⟦4: \\"left out\\"⟧", "⟦5: \\"left out\\"⟧"]');
  });

  test('a string of four million characters is read', () => {
    const long = JSON.stringify({ x: `${'a\\"'.repeat(1_300_000)} secret` });
    expect(screened(long).disclosures).toHaveLength(1);
  });
});

/** As `json.dumps` writes it. */
const ascii = (value: unknown): string =>
  JSON.stringify(value).replace(/[^ -~]/gu, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value in a string in a string. */
const wrapped = (value: unknown, depth: number): string => (depth === 0 ? ascii(value) : ascii({ body: wrapped(value, depth - 1) }));
const unwrapped = (text: string, depth: number): unknown => {
  const value: unknown = JSON.parse(text);
  if (depth === 0 || typeof value !== 'object' || value === null || !('body' in value)) return value;
  return unwrapped(String(value.body), depth - 1);
};

describe('JSON inside the strings of JSON', () => {
  test('is restored and screened as if it stood alone, however deep, and stays JSON', () => {
    const part = fc.constantFrom(
      ' a secret ',
      'väike ',
      ' ',
      '⟦a-1⟧',
      '⟦isikukood-1⟧',
      'kood⟦isikukood-2⟧le',
      ' 49403136526 ',
      '"',
      '\n',
      '⟦',
    );
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.record({ x: text, list: fc.array(text, { maxLength: 2 }) }), fc.integer({ min: 0, max: 8 }), (value, depth) => {
        const alone = screened(wrapped(value, 0));
        const deep = screened(wrapped(value, depth));
        expect(unwrapped(deep.text, depth)).toEqual(JSON.parse(alone.text));
        expect(JSON.stringify(JSON.parse(alone.text))).not.toMatch(/\bsecret\b|49403136526/);
        expect(deep.disclosures.map(({ id, rule: of }) => [id, of])).toEqual(alone.disclosures.map(({ id, rule: of }) => [id, of]));
        const points = Array.from(deep.text);
        for (const { at } of deep.disclosures) expect(points.slice(...at).join('')).toMatch(/^⟦\d+: \\+"left out\\+"⟧$/);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a forbidden word in escapes', String.raw`{"body":"{\"ad\": \"s\\u0065cret\"}"}`],
    ['an identifier in escapes', String.raw`{"body":"{\"id\": \"\\u0034\\u00394031365\\u00326\"}"}`],
  ])('%s is left out', (_name, text) => {
    const { text: after, disclosures, isUnmarkable } = screened(text);
    expect(disclosures).toHaveLength(1);
    expect(isUnmarkable).toBe(false);
    expect(JSON.stringify(unwrapped(after, 1))).toMatch(/^\{"(?:ad|id)":"⟦1: /);
  });

  test.each([
    ['a name', wrapped({ secret: 1 }, 1)],
    ['a number', wrapped({ x: 7771234 }, 1)],
    ['a name made of a JSON text', JSON.stringify({ [wrapped({ x: 'secret' }, 0)]: 1 })],
    ['a string with escapes that is not JSON', String.raw`{"x":"s\\u0065cret"}`],
  ])('%s can hold no marker', (_name, text) => {
    expect(screened(text)).toMatchObject({ disclosures: [{ rule: 'xx.law@1' }], isUnmarkable: true });
  });

  test('is refused where it stands deeper than is read', () => {
    expect(screened(wrapped({ x: 'fine' }, 8)).isTooDeep).toBe(false);
    expect(screened(wrapped({ x: 'fine' }, 9)).isTooDeep).toBe(true);
  });
});

describe('pseudonyms in JSON', () => {
  test.each([
    ['{"x": "⟦a-1⟧"}', { x: 'say "hi"\n\\' }],
    ['{"x": "\\u27e6a-1\\u27E7!"}', { x: 'say "hi"\n\\!' }],
    ['{"⟦isikukood-1⟧": ["⟦Isikukood-1⟧le"]}', { '37605030299': ['37605030299le'] }],
    ['{"to": "kood⟦isikukood-2⟧le"}', { to: 'kood⟦1: "left out"⟧le' }],
  ])('%s is restored and stays JSON', (text, value) => {
    expect(JSON.parse(screened(text).text)).toEqual(value);
  });

  test('text that is not JSON is restored as it stands', () => {
    expect(screened('{"x": "⟦isikukood-1⟧').text).toBe('{"x": "37605030299');
  });
});

function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
  return value;
}
