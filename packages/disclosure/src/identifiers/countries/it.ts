import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Codice fiscale with its check letter (DM 23 December 1976), number of the tessera sanitaria, passports, identity cards, plates since 1994. */
export const it = {
  country: 'IT',
  languages: ['it'],
  identifiers: {
    'it.codice-fiscale': {
      class: 'tax',
      forms: {
        '[a-z]{6}\\d{2}[abcdehlmprst]\\d{2}[a-z][0-9lmnp-v]{3}[a-z]': 0.5,
        '[a-z]{3} ?[a-z]{3} ?\\d{2}[abcdehlmprst]\\d{2} ?[a-z]\\d{3} ?[a-z]': 0.5,
      },
      checksum: standard('IT', 'codicefiscale'),
      words: ['c.f', 'cf', 'cod. fisc*'],
    },
    'it.tessera-sanitaria': { class: 'health', forms: { '80380\\d{15}': 0.5 } },
    'it.passport': { class: 'passport', forms: { '[a-z]{2} ?\\d{7}': 0.1 } },
    'it.identity-card': { class: 'identity-card', forms: { 'c[a-z]\\d{5}[a-z]{2}': 0.3, '[a-z]{2} ?\\d{7}': 0.1 } },
    'it.patente': { class: 'driving-licence', forms: { '[a-z]{2}\\d{7}[a-z]': 0.2, 'u1[a-z0-9]{7}[a-z]': 0.2 } },
    'it.plate': { class: 'plate', forms: { '[a-z]{2}[ -]?\\d{3}[ -]?[a-z]{2}': 0.2 } },
    'it.phone': nationalPhone('IT'),
  },
} as const satisfies CountryFacts;
