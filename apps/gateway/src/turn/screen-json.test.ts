import { compile, type PassContext, type Rule } from '@parlance/disclosure';
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
const { screen } = compile([rule]);
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
  typed: [],
};
const screened = (text: string, more: Partial<PassContext> = {}) =>
  screenJson(text, { screen: screen!, context: { ...context, ...more }, book: null });

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
      expect(screened(text)).toEqual({ text, disclosures: [], isUnmarkable: false, isStopped: false });
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

function shapeOf(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
  return value;
}
