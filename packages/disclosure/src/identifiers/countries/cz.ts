import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Rodné číslo (zákon č. 133/2000 Sb.: divisible by eleven since 1954), also the number for health insurance; identity cards, passports, plates. */
export const cz = {
  country: 'CZ',
  languages: ['cs'],
  identifiers: {
    'cz.rodne-cislo': {
      class: 'national',
      forms: { '\\d{6} ?/ ?\\d{4}': 0.4, '\\d{10}': 0.2 },
      checksum: standard('CZ', 'rc'),
      words: ['rodné číslo', 'rodného čísla', 'rodným číslem', 'rč', 'r. č', 'r.č', 'číslo pojištěnce', 'pojištěn*'],
    },
    'cz.rodne-cislo-1953': {
      class: 'national',
      forms: { '\\d{6} ?/ ?\\d{3}': 0.3 },
      rule: standard('CZ', 'rc'),
      words: ['rodné číslo', 'rodného čísla', 'rodným číslem', 'rč', 'r. č', 'r.č'],
    },
    'cz.identity-card': { class: 'identity-card', forms: { '\\d{9}': 0.05 } },
    'cz.passport': { class: 'passport', forms: { '\\d{8}': 0.05 } },
    'cz.plate': { class: 'plate', forms: { '\\d[a-z][a-z0-9] ?\\d{4}': 0.2 } },
    'cz.phone': nationalPhone('CZ'),
  },
} as const satisfies CountryFacts;
