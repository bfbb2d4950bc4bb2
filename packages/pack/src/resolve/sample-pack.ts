import { digestOfText } from '@parlance/core';
import { type Knob, type KnobName, type Locale, type Pack, type Position, type Sector } from '../pack.ts';

/** A pack of one language and one sector for tests; what a test is about is given in `parts`. */
export function samplePack(parts: Partial<Pack> = {}): Pack {
  return {
    id: 'XX',
    version: '1.0.0',
    languages: ['et'],
    interfaceLanguages: new Map(),
    issuer: { et: 'Väljaandja' },
    status: { review: 'example', note: { et: 'Näide' } },
    charter: '1.0.0',
    contacts: new Map(),
    generalContact: 'state-information',
    locales: new Map([['et', sampleLocale('et', { register: 'formal', address: 'formal-you', reading_level: 'plain' })]]),
    terminology: new Map(),
    safety: [],
    restrictions: [],
    additions: [],
    privacy: {
      identifiers: [],
      minimise: [],
      retention: { max_days: 30 },
      basis: { instrument: 'Act', article: '1', url: 'https://example.org/act' },
    },
    services: [],
    handovers: new Map(),
    knowledge: [],
    curriculum: new Map(),
    sectors: new Map([['citizen-services', sampleSector('citizen-services', {})]]),
    notices: new Map(),
    interface: new Map(),
    cases: [],
    digest: digestOfText('sample'),
    positions: new Map(),
    ...parts,
  };
}

export function sampleLocale(language: string, knobs: Partial<Record<KnobName, string>>): Locale {
  return {
    language,
    script: language === 'ru' ? 'Cyrl' : 'Latn',
    scripts: [],
    knobs: sampleKnobs(knobs),
    numbers: { decimal: ',', group: ' ' },
    date: 'd. MMMM y',
    currency: 'EUR',
  };
}

export function sampleSector(id: string, knobs: Partial<Record<KnobName, string>>): Sector {
  return { id, title: { et: id }, knobs: sampleKnobs(knobs), services: 'all', curriculum: [], study: null };
}

/** `file#path` at a line, column 1. */
export function samplePositions(lines: Readonly<Record<string, number>>): ReadonlyMap<string, Position> {
  return new Map(Object.entries(lines).map(([key, line]) => [key, { file: key.split('#')[0] ?? '', line, column: 1 }]));
}

function sampleKnobs(values: Partial<Record<KnobName, string>>): ReadonlyMap<KnobName, Knob> {
  const names: readonly KnobName[] = ['register', 'address', 'reading_level'];
  return new Map(
    names.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [[name, { value, guideline: name }] as const];
    }),
  );
}
