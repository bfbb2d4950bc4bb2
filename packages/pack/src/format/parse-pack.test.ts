import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimalPack } from '../check/minimal-pack.ts';
import { type PackFiles } from './pack-files.ts';
import { parsePack } from './parse-pack.ts';

function packWith(changes: Readonly<Record<string, string>>): PackFiles {
  return new Map(Object.entries({ ...minimalPack, ...changes }).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

function changed(file: string, from: string, to: string): PackFiles {
  const text = minimalPack[file] ?? '';
  expect(text).toContain(from);
  return packWith({ [file]: text.replace(from, to) });
}

const restriction = 'restrictions/tobacco-promotion.yaml';

describe('a pack that is right', () => {
  const { pack, issues } = parsePack(packWith({}));

  test('is read without an issue', () => {
    expect(issues).toEqual([]);
    expect(pack?.id).toBe('EE');
    expect(pack?.languages).toEqual(['en', 'fr', 'es', 'ru', 'ar', 'zh']);
    expect(pack?.generalContact).toBe('state-information');
  });

  test('gives each kind of file its place', () => {
    expect(pack).toMatchObject({
      safety: [{ id: 'emergency', number: '112', hours: null }],
      restrictions: [{ inForce: '2008-11-01', reviewBy: '2027-11-01', authority: { ru: 'Департамент защиты прав' } }],
      additions: [{ when: 'always', inForce: '2026-08-02', basis: { jurisdiction: 'EU' } }],
      privacy: { identifiers: ['ee.isikukood', 'iban', 'phone', 'email'], minimise: ['ee.isikukood', 'iban'], retention: { max_days: 30 } },
      services: [{ office: 'state-information', facts: [{ at: null, url: null, number: null }] }],
      knowledge: [
        { id: 'challenge', language: 'en', text: expect.stringMatching(/^A person.*\n\nThe time limit is 30 days\.$/) as string },
      ],
      cases: [{ id: 'en-passport', language: 'en', ask: 'How do I get a passport?', expect: { card: 'passport' } }],
    });
    const parts = pack ?? expect.fail('the pack does not load');
    expect(parts.contacts.get('state-information')).toMatchObject({ id: 'state-information', phone: '1247' });
    expect(parts.locales.get('ru')?.knobs.get('register')).toEqual({ value: 'formal', guideline: 'tone-register' });
    expect(parts.terminology.get('en')).toMatchObject([{ term: 'challenge', alternatives: ['administrative challenge', 'vaie'] }]);
    expect(parts.services[0]?.sources.get('ppa')).toMatchObject({ published: null });
    expect(parts.sectors.get('citizen-services')?.services).toBe('all');
    expect(parts.notices.get('en')?.get('addition.label')).toBe('Added ({$purpose})');
  });

  test('knows where each value was set', () => {
    expect(pack?.positions.get('locale/ru.yaml#register.value')).toEqual({ file: 'locale/ru.yaml', line: 3, column: 12 });
    expect(pack?.positions.get(`${restriction}#fixtures.hits.1`)).toEqual({ file: restriction, line: 29, column: 7 });
    expect(pack?.positions.get('knowledge/en/challenge.md#licence')).toMatchObject({ line: 5 });
    expect(pack?.positions.get('terminology/en.csv#0')).toMatchObject({ line: 2 });
  });

  test('has a digest that every file counts for, and no signature', () => {
    expect(pack?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(parsePack(changed('evals/cases.yaml', 'a passport?', 'a new passport?')).pack?.digest).not.toBe(pack?.digest);
    expect(parsePack(packWith({ 'pack.sig': '{}', 'reviews/one.json': '{}' })).pack?.digest).toBe(pack?.digest);
  });
});

describe('a pack that is wrong', () => {
  test('an unknown key is refused by name, with the nearest key that is allowed', () => {
    const { pack, issues } = parsePack(changed(restriction, 'rationale:', 'rational:'));
    expect(pack).toBeNull();
    expect(issues).toContainEqual(
      expect.objectContaining({
        rule: 'S1',
        code: 'unknown-key',
        line: 11,
        column: 1,
        path: 'rational',
        mend: 'Write "rationale" or remove "rational".',
      }),
    );
  });

  test('a missing field is reported where its map stands', () => {
    const { issues } = parsePack(changed(restriction, '  instrument: Reklaamiseadus\n', ''));
    expect(issues).toEqual([expect.objectContaining({ rule: 'S4', code: 'missing', path: 'legal_basis.instrument', line: 3 })]);
  });

  test('all issues of all files come in one run', () => {
    const { issues } = parsePack(
      packWith({
        'privacy.yaml': 'identifiers: [passport-number]\nminimise: []\nretention: {max_days: 0}\n',
        'sectors/citizen-services.yaml': 'id: services\n',
        'terminology/en.csv': 'word,meaning\n',
        'knowledge/en/challenge.md': 'No front matter.\n',
      }),
    );
    expect(issues.map(({ file, path }) => `${file} ${path}`)).toEqual(
      expect.arrayContaining([
        'privacy.yaml identifiers.0',
        'privacy.yaml retention.max_days',
        'sectors/citizen-services.yaml title',
        'sectors/citizen-services.yaml knobs',
        'terminology/en.csv ',
        'knowledge/en/challenge.md ',
      ]),
    );
  });

  test('other files are not blamed for languages while pack.yaml is broken', () => {
    const { issues } = parsePack(packWith({ 'pack.yaml': 'id: EE\nversion: 0.1.0\n' }));
    expect(new Set(issues.map(({ file }) => file))).toEqual(new Set(['pack.yaml']));
  });

  test('a card that cannot be read is not reported as missing by what names it', () => {
    const { issues } = parsePack(changed('services/passport.yaml', 'office: state-information\n', ''));
    expect(issues.map(({ path }) => path)).toEqual(['office']);
  });

  test('a file nested deeper than any stack is refused and nothing is thrown', () => {
    const { issues } = parsePack(packWith({ 'privacy.yaml': `identifiers: ${'['.repeat(200_000)}` }));
    expect(issues).toContainEqual(expect.objectContaining({ file: 'privacy.yaml', rule: 'S1' }));
  });

  test('a file with thirty thousand keys is refused in less than five seconds', () => {
    const keys = Array.from({ length: 30_000 }, (_, index) => `k${index}: a`).join('\n');
    const started = performance.now();
    expect(parsePack(packWith({ 'privacy.yaml': keys })).pack).toBeNull();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([
    ['a key named __proto__', '__proto__: {identifiers: []}\n'],
    ['a key named constructor', 'constructor: x\n'],
    ['an empty file', ''],
    ['a list', '- identifiers\n'],
    ['a scalar', 'identifiers\n'],
    ['null', 'null\n'],
  ])('%s is refused', (_, text) => {
    expect(parsePack(packWith({ 'privacy.yaml': text })).pack).toBeNull();
  });
});

describe('any bytes whatever', () => {
  const paths = [...Object.keys(minimalPack), 'pack.sig', 'curriculum/x.json', '../pack.yaml', 'a'];

  test('are read without throwing, and what is refused has an error', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 200 })), (broken) => {
        const files = new Map([...packWith({}), ...Object.entries(broken)]);
        const { pack, issues } = parsePack(files);
        return (pack === null) === issues.some(({ severity }) => severity === 'error');
      }),
      { numRuns: 200 },
    );
  });

  test('a text of YAML marks put anywhere into a file never loads as something that it does not show', () => {
    const mark = fc.constantFrom(
      '&a ',
      '*a',
      '!!str ',
      '<<: ',
      '# c',
      '\t',
      '%TAG',
      '---\n',
      '"\\x41"',
      '{',
      '}',
      '[',
      ': ',
      '? ',
      '|',
      '>',
    );
    fc.assert(
      fc.property(mark, fc.nat(minimalPack[restriction]?.length ?? 0), (text, at) => {
        const whole = minimalPack[restriction] ?? '';
        const { pack } = parsePack(packWith({ [restriction]: whole.slice(0, at) + text + whole.slice(at) }));
        return pack === null || pack.restrictions.length === 1;
      }),
      { numRuns: 300 },
    );
  });
});
