import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** T.C. kimlik no (Nüfus Hizmetleri Kanunu), vergi kimlik no (Vergi Usul Kanunu), passports, identity cards, plates (province, letters, digits). */
export const tr = {
  country: 'TR',
  languages: ['tr'],
  contextFollows: true,
  identifiers: {
    'tr.kimlik': {
      class: 'national',
      forms: { '[1-9]\\d{10}': 0.3, '[1-9]\\d{2} \\d{3} \\d{3} \\d{2}': 0.3 },
      checksum: standard('TR', 'tckimlik'),
      words: ['kimlik*', 'tckn', 't.c', 'tc', 'tc no', 'vatandaşlık no*'],
    },
    'tr.vergi': {
      class: 'tax',
      forms: { '\\d{10}': 0.2, '\\d{3} \\d{3} \\d{4}': 0.1 },
      oneCheckDigit: true,
      checksum: standard('TR', 'vkn'),
    },
    'tr.passport': { class: 'passport', forms: { '[a-z] ?\\d{8}': 0.2, '[a-z]{2} ?\\d{7}': 0.1 } },
    'tr.identity-card': { class: 'identity-card', forms: { '[a-z]\\d{2}[a-z]\\d{5}': 0.3 } },
    'tr.ehliyet': { class: 'driving-licence', forms: { '\\d{6}': 0.05 } },
    'tr.plate': { class: 'plate', forms: { '([0-7]\\d|8[01]) ?[a-pr-vyz]{1,3} ?\\d{2,5}': 0.3 } },
    'tr.phone': nationalPhone('TR'),
  },
} as const satisfies CountryFacts;
