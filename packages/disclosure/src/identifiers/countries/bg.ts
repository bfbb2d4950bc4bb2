import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const personal = standard('BG', 'egn');

/** ЕГН (наредба РД-02-20-9/2012: month plus 20 or 40 for other centuries), identity cards and passports of nine digits, plates in letters that both alphabets have. */
export const bg = {
  country: 'BG',
  languages: ['bg'],
  identifiers: {
    'bg.egn': {
      class: 'national',
      forms: { '\\d{10}': 0.2, '\\d{6}[ -]\\d{4}': 0.3 },
      checksum: (digits) => /^\d\d(?:[024]\d|[135][012])/.test(digits) && personal(digits),
      words: ['егн', 'е.г.н', 'единен граждански номер', 'единния* граждански номер', 'egn'],
    },
    'bg.identity-card': { class: 'identity-card', forms: { '\\d{9}': 0.05, '[a-z]{2}\\d{7}': 0.1 } },
    'bg.passport': { class: 'passport', forms: { '\\d{9}': 0.05 } },
    'bg.plate': { class: 'plate', forms: { '[авекмнорстухabekmhopctyx]{1,2} ?\\d{4} ?[авекмнорстухabekmhopctyx]{1,2}': 0.2 } },
    'bg.phone': nationalPhone('BG'),
  },
} as const satisfies CountryFacts;
