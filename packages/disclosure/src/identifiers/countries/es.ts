import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const words = ['dni', 'nif', 'nie', 'd.n.i', 'n.i.f', 'n.i.e', 'documento nacional de identidad', 'identificación de extranjero*'];

/** DNI and NIE, which are also the NIF (Real Decreto 1065/2007), number of the Seguridad Social, passports, plates since 2000. */
export const es = {
  country: 'ES',
  languages: ['es', 'ca'],
  identifiers: {
    'es.dni': {
      class: 'national',
      forms: { '\\d{7,8} ?-? ?[a-z]': 0.5, '\\d{1,2}[. ]\\d{3}[. ]\\d{3} ?-? ?[a-z]': 0.5 },
      checksum: (compact) => identityNumber(compact.padStart(9, '0')),
      words,
    },
    'es.nie': {
      class: 'national',
      forms: { '[xyz] ?-? ?\\d{7} ?-? ?[a-z]': 0.5, '[xyz][ -]?\\d[. ]\\d{3}[. ]\\d{3} ?-? ?[a-z]': 0.5 },
      checksum: standard('ES', 'nie'),
      words,
    },
    'es.seguridad-social': {
      class: 'social-security',
      forms: { '\\d{12}': 0.2, '\\d{2}[ /-]?\\d{7,8}[ /-]?\\d{2}': 0.2 },
      checksum: standard('ES', 'nss'),
    },
    'es.passport': { class: 'passport', forms: { '[a-z]{3} ?\\d{6}': 0.2, '[a-z]{2} ?\\d{6}': 0.1 } },
    'es.plate': { class: 'plate', forms: { '\\d{4} ?-? ?[b-z]{3}': 0.2, '[a-z]{1,2} ?-? ?\\d{4} ?-? ?[a-z]{1,2}': 0.2 } },
    'es.phone': nationalPhone('ES'),
  },
} as const satisfies CountryFacts;

const identityNumber = standard('ES', 'dni');
