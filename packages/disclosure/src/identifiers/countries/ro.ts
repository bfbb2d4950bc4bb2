import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Cod numeric personal (Legea nr. 105/1996), identity cards (series and number), passports, plates (county, digits, letters). */
export const ro = {
  country: 'RO',
  languages: ['ro'],
  identifiers: {
    'ro.cnp': {
      class: 'national',
      forms: { '[1-9]\\d{12}': 0.3, '[1-9] ?\\d{6} ?\\d{6}': 0.3 },
      checksum: standard('RO', 'cnp'),
      words: ['cnp*', 'cod* numeric personal', 'codul numeric*', 'c.n.p'],
    },
    'ro.identity-card': { class: 'identity-card', forms: { '[a-z]{2} ?(nr)?\\.? ?\\d{6}': 0.2 } },
    'ro.passport': { class: 'passport', forms: { '0?\\d{8}': 0.05 } },
    'ro.plate': { class: 'plate', forms: { '(b[ -]?\\d{2,3}|[a-z]{2}[ -]?\\d{2})[ -]?[a-z]{3}': 0.2 } },
    'ro.phone': nationalPhone('RO'),
  },
} as const satisfies CountryFacts;
