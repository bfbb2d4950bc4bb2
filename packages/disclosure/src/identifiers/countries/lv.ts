import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const personalCode = standard('LV', 'pvn');

/**
 * Personas kods: day, month, year, a century digit and a check digit; since 1 July 2017 eleven digits that begin with 32, and those have neither date nor check
 * digit (Fizisko personu reģistra likums).
 */
export const lv = {
  country: 'LV',
  languages: ['lv', 'ru'],
  identifiers: {
    'lv.personas-kods': {
      class: 'national',
      forms: { '[0-3]\\d{5} ?- ?[0-2]\\d{4}': 0.3, '[0-3]\\d{10}': 0.2, '[0-3]\\d{5} [0-2]\\d{4}': 0.2 },
      checksum: (digits) => /^[0-3]/.test(digits) && !digits.startsWith('32') && personalCode(digits),
      words: ['personas kod*', 'p.k', 'pk', 'p. k'],
    },
    'lv.personas-kods-new': {
      class: 'national',
      forms: { '32\\d{4} ?- ?\\d{5}': 0.4, '32\\d{9}': 0.1 },
      words: ['personas kod*', 'p.k', 'pk', 'p. k'],
    },
    'lv.passport': { class: 'passport', forms: { 'l[a-z]\\d{7}': 0.2 } },
    'lv.identity-card': { class: 'identity-card', forms: { 'p[a-z]\\d{7}': 0.2 } },
    'lv.plate': { class: 'plate', forms: { '[a-z]{2} ?-? ?\\d{1,4}': 0.1 } },
    'lv.phone': nationalPhone('LV'),
  },
} as const satisfies CountryFacts;
