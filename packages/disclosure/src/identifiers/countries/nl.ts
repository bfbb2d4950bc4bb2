import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Burgerservicenummer (Wabb, the eleven test), which is also the number for tax and health; BTW-id of the self-employed; travel documents; plates of the RDW. */
export const nl = {
  country: 'NL',
  languages: ['nl'],
  identifiers: {
    'nl.bsn': {
      class: 'national',
      forms: { '\\d{9}': 0.2, '\\d{4}[ .-]\\d{2}[ .-]\\d{3}': 0.3, '\\d{3}[ .-]\\d{3}[ .-]\\d{3}': 0.2 },
      oneCheckDigit: true,
      checksum: standard('NL', 'bsn'),
      words: ['bsn', 'burgerservicen*', 'sofinumm*', 'bsn-num*'],
    },
    'nl.btw-id': { class: 'tax', forms: { 'nl ?\\d{9} ?b ?\\d{2}': 0.4 } },
    'nl.passport': { class: 'passport', forms: { '[a-np-z]{2}[a-np-z0-9]{6}\\d': 0.1 } },
    'nl.identity-card': { class: 'identity-card', forms: { '[a-np-z]{2}[a-np-z0-9]{6}\\d': 0.1 } },
    'nl.rijbewijs': { class: 'driving-licence', forms: { '\\d{10}': 0.05 } },
    'nl.plate': {
      class: 'plate',
      forms: {
        '[a-z]{1,3}-?\\d{2,3}-?[a-z]{1,2}': 0.2,
        '\\d{1,2}-?[a-z]{2,3}-?\\d{1,2}': 0.2,
        '[a-z]{2}-?[a-z]{2}-?\\d{2}': 0.2,
        '\\d{2}-?[a-z]{2}-?[a-z]{2}': 0.2,
      },
    },
    'nl.phone': nationalPhone('NL'),
  },
} as const satisfies CountryFacts;
