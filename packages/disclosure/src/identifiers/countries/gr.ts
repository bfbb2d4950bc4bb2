import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const healthNumber = standard('GR', 'amka');

/** ΑΜΚΑ (social security and health, date and Luhn), ΑΦΜ (tax), identity cards in Greek or Latin letters, passports, plates. */
export const gr = {
  country: 'GR',
  languages: ['el'],
  identifiers: {
    'gr.amka': {
      class: 'social-security',
      forms: { '[0-3]\\d[01]\\d{8}': 0.3, '[0-3]\\d[01]\\d{3}[ -]\\d{5}': 0.3 },
      checksum: healthNumber,
      words: ['αμκα', 'α.μ.κ.α', 'κοινωνικ* ασφάλιση*', 'amka'],
    },
    'gr.afm': {
      class: 'tax',
      forms: { '(el)?\\d{9}': 0.2 },
      oneCheckDigit: true,
      checksum: (compact) => taxNumber(compact.replace(/\D/g, '')),
      words: ['αφμ', 'afm'],
    },
    'gr.identity-card': { class: 'identity-card', forms: { '[α-ω]{1,2} ?-? ?\\d{6}': 0.2, '[a-z]{1,2} ?-? ?\\d{6}': 0.1 } },
    'gr.passport': { class: 'passport', forms: { '[a-zα-ω]{2} ?\\d{7}': 0.1 } },
    'gr.plate': { class: 'plate', forms: { '[α-ωa-z]{3} ?-? ?\\d{4}': 0.2 } },
    'gr.phone': nationalPhone('GR'),
  },
} as const satisfies CountryFacts;

const taxNumber = standard('GR', 'vat');
