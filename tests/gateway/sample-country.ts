import { digestOfText } from '@parlance/core';
import { type Pack } from '@parlance/pack';
import { minimalPack } from '../../packages/pack/src/check/minimal-pack.ts';
import { sampleLocale, samplePack } from '../../packages/pack/src/resolve/sample-pack.ts';
import { createCountry, type Country } from '../../apps/gateway/src/country/country.ts';

const basis = { jurisdiction: 'EE', instrument: 'Act', article: '§ 1', url: 'https://example.org/act' };
const scope = { sectors: ['citizen-services'], audience: 'all' } as const;
const knobs = { register: 'neutral', address: 'formal-you', reading_level: 'plain' } as const;
const source = { url: 'https://example.org/112', publisher: 'Office', read: '2026-11-01' };

/** Text that the rule of law below leaves out; it must not be seen anywhere. */
export const canary = 'canary-748159';

export const person = {
  code: '37605030299',
  iban: 'EE382200221020145685',
  phone: '+372 5123 4567',
  email: 'mari.maasikas@example.ee',
} as const;

/** Somebody else's code, with a valid check digit. */
export const strangersCode = '49403136526';

export const samplePackOf = (parts: Partial<Pack> = {}): Pack =>
  samplePack({
    id: 'EE',
    languages: ['et', 'ru', 'en'],
    issuer: { et: 'Amet', ru: 'Ведомство', en: 'Office' },
    status: { review: 'example', note: { en: 'Example' } },
    locales: new Map(['et', 'ru', 'en'].map((language) => [language, sampleLocale(language, knobs)])),
    contacts: new Map([
      [
        'state-information',
        {
          id: 'state-information',
          name: { en: 'State information', et: 'Riigiinfo', ru: 'Справка' },
          phone: '+372 600 1247',
          email: null,
          url: 'https://example.org',
          source: null,
        },
      ],
    ]),
    safety: [
      {
        id: 'emergency',
        kind: 'emergency',
        number: '112',
        languages: ['et'],
        name: { et: 'Hädaabi', ru: 'Помощь', en: 'Emergency' },
        what: { et: 'Helista.', ru: 'Звоните.', en: 'Call.' },
        hours: null,
        source,
      },
    ],
    restrictions: [
      {
        id: 'ee.law.1.words',
        type: 'advertising',
        basis,
        authority: { en: 'Board' },
        inForce: '2020-01-01',
        reviewBy: '2030-01-01',
        rationale: { et: 'Seadus keelab.', ru: 'Закон запрещает.', en: 'The law forbids it.' },
        redress: { url: 'https://example.org/redress', body: { en: 'Chancellor' } },
        scope,
        match: { terms: ['forbidden phrase', 'keelatud sõna'], patterns: ['canary-\\d{3,6}'] },
        fixtures: { hits: [], misses: [] },
      },
    ],
    additions: [],
    privacy: {
      identifiers: ['ee.isikukood', 'iban', 'phone', 'email'],
      minimise: ['ee.isikukood', 'iban', 'phone', 'email'],
      retention: { max_days: 30 },
    },
    digest: digestOfText('sample'),
    ...parts,
  });

export function sampleCountry(parts: Partial<Pack> = {}): Country {
  const files = new Map(Object.entries(minimalPack).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return createCountry(samplePackOf(parts), files);
}
