import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';

/** Isikukood: eleven digits with century, date of birth, serial and check digit (EVS 585:2007). Passports and cards: two letters and seven digits. */
export const ee = {
  country: 'EE',
  languages: ['et', 'ru'],
  identifiers: {
    'ee.isikukood': {
      class: 'national',
      forms: { '(ee-?|_)?[1-8]\\d{10}_?': 0.3, '[1-8][ -]?\\d{6}[ -]?\\d{4}': 0.3, '[1-8]\\d{2}[ .-]\\d{4}[ .-]\\d{4}': 0.3 },
      checksum: (compact) => personalCode(compact.replace(/\D/g, '')),
      words: ['isikukoo*', 'ik'],
    },
    'ee.identity-document': { class: 'identity-card', forms: { 'a[abs]\\d{7}': 0.2, 'p[abs]\\d{7}': 0.2 } },
    'ee.passport': { class: 'passport', forms: { 'k[a-z]?\\d{7}': 0.2, 'v[a-z]?\\d{7}': 0.1, 'e[a-z]?\\d{7}': 0.1 } },
    'ee.plate': { class: 'plate', forms: { '\\d{2,3} ?[a-z]{3}': 0.2 } },
  },
} as const satisfies CountryFacts;

const personalCode = standard('EE', 'ik');
