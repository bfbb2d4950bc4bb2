import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const personalCode = standard('FI', 'hetu');

/** Henkilötunnus: day, month, year, a mark of the century, three digits and a check character modulo 31 (Digi- ja väestötietovirasto; new marks of 2023 included). */
export const fi = {
  country: 'FI',
  languages: ['fi', 'sv'],
  identifiers: {
    'fi.hetu': {
      class: 'national',
      forms: { '[0-3]\\d[01]\\d{3}[a-fu-y+-]\\d{3}[0-9a-y]': 0.5 },
      checksum: (compact) => withCentury(compact).some(personalCode),
      words: ['henkilötunnu*', 'hetu*', 'henkilötunnust*', 'personbeteckning*', 'sotu*'],
    },
    'fi.passport': { class: 'passport', forms: { '[a-z]{2}\\d{7}': 0.1 } },
    'fi.identity-card': { class: 'identity-card', forms: { '\\d{9}': 0.05, '[a-z]{2}\\d{7}': 0.1 } },
    'fi.plate': { class: 'plate', forms: { '[a-z]{2,3} ?- ?\\d{1,3}': 0.1 } },
    'fi.phone': nationalPhone('FI'),
  },
} as const satisfies CountryFacts;

/** The marks "-" and "+" are gone with the other punctuation. */
function withCentury(compact: string): readonly string[] {
  return compact.length === 10 ? ['-', '+'].map((mark) => compact.slice(0, 6) + mark + compact.slice(6)) : [compact];
}
