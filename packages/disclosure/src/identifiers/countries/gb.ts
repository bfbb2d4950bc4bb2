import { standard, weighted } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** National Insurance number (HMRC manual NIM39110), NHS number (NHS Data Dictionary, modulo 11), UTR, driving licence (DVLA), passports, plates since 2001. */
export const gb = {
  country: 'GB',
  languages: ['en'],
  identifiers: {
    'gb.nino': {
      class: 'national',
      forms: { '[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]': 0.5 },
      rule: (compact) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/.test(compact),
      words: ['national insurance*', 'ni number*', 'ni no', 'nino', 'insurance no'],
    },
    'gb.nhs': {
      class: 'health',
      forms: { '\\d{10}': 0.2, '\\d{3}[ -]\\d{3}[ -]\\d{4}': 0.3 },
      oneCheckDigit: true,
      checksum: (digits) => (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) + Number(digits.charAt(9))) % 11 === 0,
      words: ['nhs', 'nhs number*', 'nhs no'],
    },
    'gb.utr': {
      class: 'tax',
      forms: { '\\d{10}': 0.1, '\\d{5} \\d{5}': 0.1 },
      oneCheckDigit: true,
      checksum: standard('GB', 'utr'),
      words: ['utr', 'unique taxpayer reference*', 'self assessment*'],
    },
    'gb.passport': { class: 'passport', forms: { '\\d{9}': 0.05, '[a-z]{2}\\d{7}': 0.1 } },
    'gb.driving-licence': { class: 'driving-licence', forms: { '[a-z9]{5} ?\\d{6} ?[a-z9]{2} ?[a-z0-9] ?[a-z]{2}': 0.4 } },
    'gb.plate': { class: 'plate', forms: { '[a-z]{2}\\d{2} ?[a-z]{3}': 0.2, '[a-z]\\d{1,3} ?[a-z]{3}': 0.1 } },
    'gb.phone': nationalPhone('GB'),
  },
} as const satisfies CountryFacts;
