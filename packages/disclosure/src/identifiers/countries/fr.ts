import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** NIR with its key (décret n° 82-103), numéro fiscal (SPI, key modulo 511), passports, identity cards before and since 2021, plates since 2009 (SIV). */
export const fr = {
  country: 'FR',
  languages: ['fr'],
  identifiers: {
    'fr.nir': {
      class: 'social-security',
      forms: {
        '[1-478]\\d{4}[0-9ab]{2}\\d{6} ?\\d{2}': 0.4,
        '[1-478][ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d[0-9ab][ .-]?\\d{3}[ .-]?\\d{3}[ ./-]{0,3}\\d{2}': 0.4,
      },
      checksum: standard('FR', 'nir'),
      words: ['nir', 'insee', 'numéro de sécu*'],
    },
    'fr.numero-fiscal': {
      class: 'tax',
      forms: { '[0-3]\\d{12}': 0.2, '[0-3]\\d ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}': 0.2 },
      checksum: standard('FR', 'nif'),
    },
    'fr.passport': { class: 'passport', forms: { '\\d{2} ?[a-z]{2} ?\\d{5}': 0.2 } },
    'fr.identity-card': {
      class: 'identity-card',
      forms: { '\\d{12}': 0.05, '\\d{4} ?\\d{4} ?\\d{4}': 0.05, '[a-z0-9]{8}\\d': 0.05, '[a-z]\\d[a-z0-9]{7}': 0.05 },
    },
    'fr.permis': { class: 'driving-licence', forms: { '\\d{12}': 0.05, '\\d{2}[a-z]{2}\\d{5}': 0.1 } },
    'fr.plate': { class: 'plate', forms: { '[a-z]{2}[ -]?\\d{3}[ -]?[a-z]{2}': 0.3, '\\d{1,4} ?[a-z]{2,3} ?\\d{2}': 0.1 } },
    'fr.phone': nationalPhone('FR'),
  },
} as const satisfies CountryFacts;
