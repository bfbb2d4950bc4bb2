import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Fødselsnummer and D-nummer: date, three digits and two check digits modulo 11 (folkeregisterforskriften). */
export const no = {
  country: 'NO',
  languages: ['nb'],
  identifiers: {
    'no.fodselsnummer': {
      class: 'national',
      forms: { '\\d{6}[ -]?\\d{5}': 0.3, '\\d{2} ?\\d{2} ?\\d{2} ?\\d{5}': 0.3, '\\d{6} \\d{3} \\d{2}': 0.3 },
      checksum: standard('NO', 'fodselsnummer'),
      words: ['fødselsnumm*', 'fodselsnumm*', 'personnumm*', 'fnr', 'f.nr', 'd-numm*'],
    },
    'no.passport': { class: 'passport', forms: { '\\d{8}': 0.05, '[a-z]{3}\\d{6}': 0.1 } },
    'no.plate': { class: 'plate', forms: { '[a-z]{2} ?\\d{4,5}': 0.1 } },
    'no.phone': nationalPhone('NO'),
  },
} as const satisfies CountryFacts;
