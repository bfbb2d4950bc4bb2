import { isDay, standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const plateLetter = '[авеікмнорстхabeikmhopctx]';

/** РНОКПП (Податковий кодекс, стаття 70), УНЗР (date and five digits), passports as book and card, plates (ДСТУ 4278). */
export const ua = {
  country: 'UA',
  languages: ['uk', 'ru'],
  identifiers: {
    'ua.rnokpp': { class: 'tax', forms: { '[1-3]\\d{9}': 0.2 }, oneCheckDigit: true, checksum: standard('UA', 'rntrc') },
    'ua.unzr': {
      class: 'national',
      forms: { '(19|20)\\d{6}-\\d{5}': 0.4 },
      rule: (digits) => isDay(digits.slice(4, 6), digits.slice(6, 8)),
      words: ['унзр', 'запис* в реєстрі', 'записи'],
    },
    'ua.passport': { class: 'passport', forms: { '[а-яіїєґ]{2} ?№? ?\\d{6}': 0.2, '[a-z]{2} ?\\d{6}': 0.1, '\\d{9}': 0.05 } },
    'ua.plate': { class: 'plate', forms: { [`${plateLetter}{2} ?\\d{4} ?${plateLetter}{2}`]: 0.3 } },
    'ua.phone': nationalPhone('UA'),
  },
} as const satisfies CountryFacts;
