import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Asmens kodas: as the Estonian code, by the law on the population register. Passports and identity cards: eight digits. */
export const lt = {
  country: 'LT',
  languages: ['lt', 'ru', 'pl'],
  identifiers: {
    'lt.asmens-kodas': {
      class: 'national',
      forms: { '[3-6]\\d{10}': 0.3, '[3-6][ -]?\\d{6}[ -]?\\d{4}': 0.3 },
      checksum: standard('LT', 'asmens'),
      words: ['asmens kod*', 'a. k', 'a.k', 'ak'],
    },
    'lt.passport': { class: 'passport', forms: { '\\d{8}': 0.05 } },
    'lt.identity-card': { class: 'identity-card', forms: { '\\d{8}': 0.05 } },
    'lt.plate': { class: 'plate', forms: { '[a-z]{3} ?-? ?\\d{3}': 0.1 } },
    'lt.phone': nationalPhone('LT'),
  },
} as const satisfies CountryFacts;
