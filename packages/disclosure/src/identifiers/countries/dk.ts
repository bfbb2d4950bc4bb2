import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** CPR-nummer: date of birth and four digits; since 2007 the check modulo 11 no longer holds for all (CPR-kontoret), so only the date is judged. */
export const dk = {
  country: 'DK',
  languages: ['da'],
  identifiers: {
    'dk.cpr': {
      class: 'national',
      forms: { '[0-3]\\d[01]\\d{3} ?- ?\\d{4}': 0.5, '[0-3]\\d[01]\\d{7}': 0.2, '[0-3]\\d[01]\\d{3} \\d{4}': 0.2 },
      rule: standard('DK', 'cpr'),
      words: ['cpr*', 'cpr-num*', 'cpr-nr', 'personnumm*', 'cpr.nr'],
    },
    'dk.passport': { class: 'passport', forms: { '\\d{9}': 0.05 } },
    'dk.plate': { class: 'plate', forms: { '[a-z]{2} ?\\d{2} ?\\d{3}': 0.1 } },
    'dk.phone': nationalPhone('DK'),
  },
} as const satisfies CountryFacts;
