import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const personalNumber = standard('SE', 'personnummer');

/** Personnummer and samordningsnummer (day plus 60): date, serial and a Luhn check digit (folkbokföringslagen 1991:481, 18 §). */
export const se = {
  country: 'SE',
  languages: ['sv', 'fi'],
  identifiers: {
    'se.personnummer': {
      class: 'national',
      forms: { '\\d{6} ?[-+] ?\\d{4}': 0.4, '(18|19|20)\\d{6} ?[-+]? ?\\d{4}': 0.4, '\\d{10}': 0.2 },
      checksum: (digits) => personalNumber(`${digits.slice(0, -4)}-${digits.slice(-4)}`),
      words: ['personnumm*', 'persnr', 'pnr', 'samordningsnumm*', 'henkilötunnu*'],
    },
    'se.passport': { class: 'passport', forms: { '\\d{8}': 0.05, '[a-z]{2}\\d{7}': 0.1 } },
    'se.identity-card': { class: 'identity-card', forms: { '\\d{8}': 0.05, '[a-z]{2}\\d{7}': 0.1 } },
    'se.plate': { class: 'plate', forms: { '[a-z]{3} ?\\d{2}[a-z0-9]': 0.1 } },
    'se.phone': nationalPhone('SE'),
  },
} as const satisfies CountryFacts;
