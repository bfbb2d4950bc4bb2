import fc from 'fast-check';
import { guidelines } from '@parlance/charter';
import { identifierIds } from '@parlance/disclosure';
import { describe, expect, test } from 'vitest';
import { compose } from '../compose/compose.ts';
import { languageSources } from '../language/readers-language.ts';
import { type Choices, type OrganisationValues } from '../organisation/organisation.ts';
import { type Restriction, type Scope } from '../pack.ts';
import { rulesOf } from '../rules.ts';
import { openSectors } from './pack-limits.ts';
import { resolveValues, type ResolveRequest } from './resolve-values.ts';
import { sampleLocale, samplePack, sampleSector } from './sample-pack.ts';
import { scriptsOffered } from './spoken.ts';

const audiences: readonly Scope['audience'][] = ['all', 'under-18', 'adult'];
const sectors = ['citizen-services', 'education'];
const knobs = guidelines.flatMap((guideline) =>
  guideline.knob === 'register' || guideline.knob === 'address' || guideline.knob === 'reading_level' ? [guideline] : [],
);

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

const pack = samplePack({
  languages: ['et', 'ru', 'sr'],
  locales: new Map([
    ['et', sampleLocale('et', { register: 'formal', reading_level: 'plain' })],
    ['ru', sampleLocale('ru', { address: 'formal-you' })],
    ['sr', { ...sampleLocale('sr', {}), scripts: ['Cyrl'] }],
  ]),
  sectors: new Map(sectors.map((id) => [id, sampleSector(id, id === 'education' ? { reading_level: 'easy' } : {})])),
  privacy: { ...samplePack().privacy, minimise: ['iban'] },
  restrictions: audiences.flatMap((audience) =>
    sectors.map((sector) => restriction(`${sector}-${audience}`, { sectors: [sector], audience })),
  ),
});

const knob = (name: string): fc.Arbitrary<string | undefined> =>
  fc.constantFrom<string | undefined>(
    ...(guidelines.find((each) => each.knob === name)?.values ?? []),
    undefined,
    'no rules apply',
    '',
    'none of it',
  );

const choices: fc.Arbitrary<Choices> = fc.record({
  language: fc.constantFrom('et', 'ru-EE', 'sr-Cyrl', 'fr', '', undefined),
  script: fc.constantFrom('Latn', 'Cyrl', 'Arab', 'Zzzz', '<', undefined),
  register: knob('register'),
  address: knob('address'),
  reading_level: knob('reading_level'),
});

const organisations: fc.Arbitrary<OrganisationValues> = fc
  .tuple(
    choices,
    fc.record({
      retention_days: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
      minimise: fc.option(fc.subarray([...identifierIds]), { nil: undefined }),
      sectors: fc.option(fc.subarray([...sectors, 'banking']), { nil: undefined }),
    }),
  )
  .map(([defaults, limits]) => ({ ...defaults, ...limits }));

const reader = fc.record({
  language: fc.constantFrom('et', 'ru', 'sr', 'fr', null),
  by: fc.constantFrom(...languageSources, null),
  script: fc.constantFrom('Latn', 'Cyrl', 'Arab', null),
});

const requests: fc.Arbitrary<ResolveRequest> = fc.record({
  sector: fc.constantFrom(...sectors),
  audience: fc.constantFrom(...audiences),
  organisation: organisations,
  developer: choices,
  user: choices,
  reader,
});

const speakersOutside = ['user', 'developer', 'organisation'] as const;

describe('whatever a person, a developer and an organisation say', () => {
  test('no limit is looser than what charter and country set', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plain = resolveValues(pack, { sector: request.sector, audience: request.audience ?? 'all' }).limits;
        const { retention, minimise, restrictions } = resolveValues(pack, request).limits;
        expect(retention.value).toBeLessThanOrEqual(plain.retention.value);
        for (const id of plain.minimise.keys()) expect(minimise.has(id)).toBe(true);
        expect([...restrictions.keys()]).toEqual([...plain.restrictions.keys()]);
        expect(openSectors(pack, request.organisation).every((sector) => pack.sectors.has(sector))).toBe(true);
      }),
    );
  });

  test('a person and a developer change no limit at all', () => {
    fc.assert(
      fc.property(requests, choices, choices, (request, user, developer) => {
        expect(resolveValues(pack, { ...request, user, developer }).limits).toEqual(resolveValues(pack, request).limits);
      }),
    );
  });

  test('for readers under 18 everything holds that holds for anybody', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { restrictions } = resolveValues(pack, request).limits;
        const young = resolveValues(pack, { ...request, audience: 'under-18' }).limits.restrictions;
        for (const id of restrictions.keys()) expect(young.has(id)).toBe(true);
      }),
    );
  });

  test('every default is a value of the closed lists or of the pack', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { language, script, ...resolved } = resolveValues(pack, request).defaults;
        expect(pack.languages).toContain(language.value);
        expect(scriptsOffered(pack, language.value)).toContain(script.value);
        for (const { knob: name, values } of knobs) expect(values).toContain(resolved[name].value);
      }),
    );
  });

  test('who is nearer to the reader wins, if the value is one that can be', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { defaults } = resolveValues(pack, request);
        for (const { knob: name, values } of knobs) {
          const allowed: readonly (string | undefined)[] = values;
          const winner = speakersOutside.find((speaker) => allowed.includes(request[speaker]?.[name]));
          if (winner !== undefined) expect(defaults[name]).toMatchObject({ value: request[winner]?.[name], origin: { layer: winner } });
          else expect(['charter', 'country', 'sector']).toContain(defaults[name].origin.layer);
        }
      }),
    );
  });
});

describe('the choices of a person', () => {
  test('change no layer but the one of the reader, as long as the language stays', () => {
    fc.assert(
      fc.property(requests, choices, (request, { script, register, address, reading_level }) => {
        const layersOf = (user: Choices) =>
          compose({ clauses: [], pack, resolved: resolveValues(pack, { ...request, user }), question: '', passages: [] });
        const plain = layersOf({ language: 'sr' });
        const chosen = layersOf({ language: 'sr', script, register, address, reading_level });
        for (const [index, layer] of chosen.entries()) if (layer.name !== 'reader') expect(layer).toEqual(plain[index]);
      }),
    );
  });

  test('reach the layer of the reader', () => {
    const user = { language: 'sr', script: 'Cyrl', register: 'plain', address: 'informal-you', reading_level: 'easy' };
    const layers = compose({
      clauses: [],
      pack,
      resolved: resolveValues(pack, { sector: 'citizen-services', user }),
      question: '',
      passages: [],
    });
    expect(layers.find(({ name }) => name === 'reader')?.lines).toEqual(Object.entries(user));
  });

  test('are no argument of the rules', () => {
    // Rules are made of sector, audience and day alone; a member added here has to be weighed against S13.
    const context: Parameters<typeof rulesOf>[1] = { sector: 'education', audience: 'all', today: '2026-11-21' };
    expect(Object.keys(context).sort()).toEqual(['audience', 'sector', 'today']);
    expect(rulesOf(pack, context).length).toBeGreaterThan(0);
  });
});
