import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Mispar zehut: nine digits, the last a Luhn check digit (Population Registry); passports; plates of seven and eight digits. */
export const il = {
  country: 'IL',
  languages: ['he', 'ar', 'ru'],
  identifiers: {
    'il.zehut': {
      class: 'national',
      forms: { '\\d{9}': 0.2, '\\d{8}-\\d': 0.3, '\\d[ -]\\d{7}[ -]\\d': 0.3 },
      oneCheckDigit: true,
      checksum: standard('IL', 'idnr'),
      words: [
        'ת.ז',
        'ת"ז',
        'ת״ז',
        'תז',
        'תעודת זהות',
        'תעודת הזהות',
        'מספר זהות',
        'מספר הזהות',
        'זהות',
        'teudat zehut',
        'israeli id*',
        'מספר אישי',
      ],
    },
    'il.passport': { class: 'passport', forms: { '\\d{7,8}': 0.05 } },
    'il.plate': { class: 'plate', forms: { '\\d{2}-\\d{3}-\\d{2}': 0.2, '\\d{3}-\\d{2}-\\d{3}': 0.2, '\\d{7,8}': 0.05 } },
    'il.phone': nationalPhone('IL'),
  },
} as const satisfies CountryFacts;
