import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const national = standard('BE', 'nn');
const bis = standard('BE', 'bis');

/** Rijksregisternummer and bis number (koninklijk besluit of 3 April 1984), which is also the number for social security; number of the eID; passports; plates. */
export const be = {
  country: 'BE',
  languages: ['nl', 'fr', 'de'],
  identifiers: {
    'be.rijksregisternummer': {
      class: 'national',
      forms: { '\\d{11}': 0.3, '\\d{6}[ -]\\d{3}[ .-]\\d{2}': 0.4, '\\d{2}[. /]\\d{2}[. /]\\d{2}[ -]\\d{3}[ .-]\\d{2}': 0.4 },
      checksum: (digits) => national(digits) || bis(digits),
      words: [
        'rijksregister*',
        'registre national',
        'numéro national',
        'nationalregister*',
        'niss',
        'insz*',
        'inss',
        'rrn',
        'bis-num*',
        'sis',
        'registre bis',
      ],
    },
    'be.identity-card': {
      class: 'identity-card',
      forms: { '\\d{3}-?\\d{7}-?\\d{2}': 0.2 },
      checksum: (digits) => (Number(digits.slice(0, 10)) - Number(digits.slice(10))) % 97 === 0,
    },
    'be.passport': { class: 'passport', forms: { '[a-z]{2} ?\\d{6}': 0.1 } },
    'be.plate': { class: 'plate', forms: { '[1-9][ -]?[a-z]{3}[ -]?\\d{3}': 0.2 } },
    'be.phone': nationalPhone('BE'),
  },
} as const satisfies CountryFacts;
