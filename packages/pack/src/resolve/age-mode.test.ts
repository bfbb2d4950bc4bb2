import fc from 'fast-check';
import { type AgeBand, ageBands, ageGrounds } from '@parlance/charter';
import { expect, test } from 'vitest';
import { type Study } from '../pack.ts';
import { ageModeOf, type AgeSaid } from './age-mode.ts';
import { resolveValues, type ResolveRequest } from './resolve-values.ts';
import { samplePack, sampleSector } from './sample-pack.ts';

const band = fc.constantFrom<AgeBand | undefined>(...ageBands, undefined);
const sectors = ['citizen-services', 'education', 'youth-club', 'university'] as const;

function studyFor(value: AgeBand | undefined): Study | null {
  if (value === undefined) return null;
  return { hints: null, tries: null, style: null, not_human_reminder: null, age_band: { value, names: 'prioritize-teen-safety' } };
}

function packWith(inPack: Readonly<Record<string, AgeBand | undefined>>) {
  return samplePack({ sectors: new Map(sectors.map((id) => [id, { ...sampleSector(id, {}), study: studyFor(inPack[id]) }])) });
}

const sector = fc.constantFrom(...sectors);
const packs = fc.record(Object.fromEntries(sectors.map((id) => [id, band]))).map(packWith);
const study = fc.option(fc.record({ age_band: band }), { nil: undefined });
const said: fc.Arbitrary<AgeSaid> = fc.record({ key: band, keySector: fc.option(sector), request: band });
const requests: fc.Arbitrary<ResolveRequest> = fc
  .record({ sector, age: said, ofOrganisation: band, organisation: study, developer: study, user: study })
  .map(({ ofOrganisation, organisation, developer, user, ...request }) => ({
    ...request,
    organisation: { age_band: ofOrganisation, ...(organisation && { study: organisation }) },
    ...(developer && { developer: { study: developer } }),
    ...(user && { user: { study: user } }),
  }));

const strictness = (one: AgeBand): number => ageBands.indexOf(one);

test('nothing that a request, a person, a developer, an organisation or a pack says switches off what key or sector switched on', () => {
  fc.assert(
    fc.property(packs, requests, (pack, request) => {
      const { band: whole } = ageModeOf(pack, request);
      const keyAlone = ageModeOf(packWith({}), {
        sector: 'citizen-services',
        age: { key: request.age?.key, keySector: request.age?.keySector },
      });
      const sectorAlone = ageModeOf(packWith({}), { sector: request.sector });
      expect(strictness(whole)).toBeGreaterThanOrEqual(strictness(keyAlone.band));
      expect(strictness(whole)).toBeGreaterThanOrEqual(strictness(sectorAlone.band));
    }),
  );
});

test('an age in the request only tightens', () => {
  fc.assert(
    fc.property(packs, requests, band, (pack, request, more) => {
      const silent = ageModeOf(pack, { ...request, age: { ...request.age, request: undefined } });
      const spoken = ageModeOf(pack, { ...request, age: { ...request.age, request: more } });
      expect(strictness(spoken.band)).toBe(Math.max(strictness(silent.band), strictness(more ?? 'any-age')));
    }),
  );
});

test('it is on if and only if somebody is named for it, and every one who is named says so alone', () => {
  fc.assert(
    fc.property(packs, requests, (pack, request) => {
      const mode = ageModeOf(pack, request);
      expect(mode.because.length > 0).toBe(mode.band !== 'any-age');
      expect(mode.because).toEqual(ageGrounds.filter((ground) => mode.because.includes(ground)));
      if (mode.because.includes('age-band')) return;
      expect(ageModeOf(pack, { ...request, user: {}, developer: {}, age: { ...request.age, request: undefined } })).toEqual(mode);
    }),
  );
});

test('a sector for the young is one by its name, or because the pack says so', () => {
  const pack = packWith({ 'youth-club': 'under-18', university: 'any-age', education: 'any-age' });
  const modeIn = (id: string) => ageModeOf(pack, { sector: id });
  expect(modeIn('education')).toEqual({ band: 'under-18', because: ['sector'] });
  expect(modeIn('youth-club')).toEqual({ band: 'under-18', because: ['sector'] });
  expect(modeIn('university')).toEqual({ band: 'any-age', because: [] });
  expect(modeIn('citizen-services')).toEqual({ band: 'any-age', because: [] });
});

test('a key for a sector of the young keeps the mode on in every other sector', () => {
  expect(ageModeOf(packWith({}), { sector: 'citizen-services', age: { keySector: 'education', request: 'any-age' } })).toEqual({
    band: 'under-18',
    because: ['key'],
  });
});

test('in the mode, restrictions hold as for readers under 18, even where somebody says that an adult reads', () => {
  fc.assert(
    fc.property(packs, requests, (pack, request) => {
      const young = resolveValues(pack, { ...request, age: { ...request.age, request: 'under-18' }, audience: 'adult' });
      expect(young.limits.restrictions).toEqual(resolveValues(pack, { ...request, audience: 'under-18' }).limits.restrictions);
    }),
  );
});
