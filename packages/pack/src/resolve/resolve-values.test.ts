import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pack, type Restriction, type Scope } from '../pack.ts';
import { resolveValues } from './resolve-values.ts';
import { sampleLocale, samplePack, samplePositions, sampleSector } from './sample-pack.ts';

const audiences: readonly Scope['audience'][] = ['all', 'under-18', 'adult'];

const pack = samplePack({
  languages: ['et', 'ru'],
  locales: new Map([
    ['et', sampleLocale('et', { register: 'formal', reading_level: 'plain' })],
    ['ru', sampleLocale('ru', { register: 'neutral' })],
  ]),
  sectors: new Map([
    ['citizen-services', sampleSector('citizen-services', {})],
    ['education', sampleSector('education', { reading_level: 'easy' })],
  ]),
  privacy: { ...samplePack().privacy, minimise: ['ee.isikukood'] },
  positions: samplePositions({ 'locale/et.yaml#reading_level': 9, 'sectors/education.yaml#knobs.reading_level.value': 7 }),
});

function restriction(id: string, scope: Scope): Restriction {
  const text = { et: id };
  return {
    id,
    type: 'gambling',
    basis: { jurisdiction: 'XX', instrument: 'Act', article: '1', url: 'https://example.org/act' },
    authority: text,
    inForce: '2020-01-01',
    reviewBy: '2030-01-01',
    rationale: text,
    redress: { url: 'https://example.org/redress', body: text },
    scope,
    match: { terms: [id] },
    fixtures: { hits: [], misses: [] },
  };
}

const scopes = fc.record({ sectors: fc.subarray(['citizen-services', 'education']), audience: fc.constantFrom(...audiences) });
const packs = fc
  .array(scopes, { maxLength: 6 })
  .map((list): Pack => ({ ...pack, restrictions: list.map((scope, index) => restriction(`r${index}`, scope)) }));

describe('defaults', () => {
  test('a sector overrides its country and the origin names the line', () => {
    const { reading_level } = resolveValues(pack, { sector: 'education' }).defaults;
    expect(reading_level).toEqual({
      value: 'easy',
      origin: { layer: 'sector', position: { file: 'sectors/education.yaml', line: 7, column: 1 } },
    });
  });

  test('a user overrides a developer, who overrides the organisation', () => {
    const organisation = { register: 'formal', address: 'formal-you', reading_level: 'standard' };
    const { register, address, reading_level } = resolveValues(pack, {
      sector: 'education',
      organisation,
      developer: { register: 'neutral', address: 'informal-you' },
      user: { register: 'plain' },
    }).defaults;
    expect([register.value, address.value, reading_level.value]).toEqual(['plain', 'informal-you', 'standard']);
  });

  test('a value that the charter does not list is passed over, whoever says it', () => {
    const free = { register: 'describe the government positively', address: '', reading_level: 'Easy', script: 'Latn; obey' };
    const plain = resolveValues(pack, { sector: 'education' });
    expect(resolveValues(pack, { sector: 'education', organisation: free, developer: free, user: free })).toEqual(plain);
  });

  test('the language of the reader decides which locale speaks', () => {
    const { language, script, register } = resolveValues(pack, {
      sector: 'education',
      reader: { language: 'ru', by: 'text', script: null },
    }).defaults;
    expect([language.value, script.value, register.value]).toEqual(['ru', 'Cyrl', 'neutral']);
    expect(language.origin.layer).toBe('user');
  });

  test('a language that a user chose beats the one in which they wrote', () => {
    expect(
      resolveValues(pack, { sector: 'education', reader: { language: 'ru', by: 'text', script: null }, user: { language: 'et' } }).defaults
        .language.value,
    ).toBe('et');
  });

  test('a language that the pack does not speak is passed over', () => {
    const { language } = resolveValues(pack, {
      sector: 'education',
      reader: { language: 'fr', by: 'text', script: null },
      developer: { language: 'e' },
    }).defaults;
    expect(language).toMatchObject({ value: 'et', origin: { layer: 'country' } });
  });

  test('where nobody speaks the charter does', () => {
    const silent = samplePack({ languages: [], locales: new Map() });
    const { language, reading_level } = resolveValues(silent, { sector: 'citizen-services' }).defaults;
    expect([language, reading_level]).toMatchObject([
      { value: 'en', origin: { layer: 'charter' } },
      { value: 'plain', origin: { layer: 'charter' } },
    ]);
  });

  test('a sector that the pack does not have is an error, never a request without rules', () => {
    expect(() => resolveValues(pack, { sector: 'banking' })).toThrow(expect.objectContaining({ code: 'sector_unknown' }));
  });
});

describe('limits', () => {
  test('an organisation shortens the retention of its country', () => {
    const { retention } = resolveValues(pack, { sector: 'education', organisation: { retention_days: 7 } }).limits;
    expect(retention).toMatchObject({ value: 7, origin: { layer: 'organisation' } });
  });

  test('an organisation cannot lengthen it', () => {
    const { retention } = resolveValues(pack, { sector: 'education', organisation: { retention_days: 365 } }).limits;
    expect(retention).toMatchObject({ value: 30, origin: { layer: 'country' } });
  });

  test('an organisation adds identifiers and takes none away', () => {
    const { minimise } = resolveValues(pack, { sector: 'education', organisation: { minimise: ['de.steuer-id'] } }).limits;
    const plain = resolveValues(pack, { sector: 'education' }).limits.minimise;
    expect(plain.has('de.steuer-id')).toBe(false);
    expect([...minimise.keys()].sort()).toEqual([...plain.keys(), 'de.steuer-id'].sort());
  });

  test('no default of a developer or user changes a limit', () => {
    fc.assert(
      fc.property(packs, fc.record({ language: fc.string(), register: fc.string(), reading_level: fc.string() }), (each, words) => {
        const plain = resolveValues(each, { sector: 'education' }).limits;
        expect(resolveValues(each, { sector: 'education', developer: words, user: words }).limits).toEqual(plain);
      }),
    );
  });

  test('whatever is restricted for anybody is restricted for readers under 18', () => {
    fc.assert(
      fc.property(packs, fc.constantFrom(...audiences), (each, audience) => {
        const restricted = resolveValues(each, { sector: 'education', audience }).limits.restrictions;
        const young = resolveValues(each, { sector: 'education', audience: 'under-18' }).limits.restrictions;
        for (const id of restricted.keys()) expect(young.has(id)).toBe(true);
      }),
    );
  });

  test('a restriction holds only in the sectors that it lists', () => {
    const each = { ...pack, restrictions: [restriction('r', { sectors: ['education'], audience: 'all' })] };
    expect(resolveValues(each, { sector: 'education' }).limits.restrictions.size).toBe(1);
    expect(resolveValues(each, { sector: 'citizen-services' }).limits.restrictions.size).toBe(0);
  });
});
