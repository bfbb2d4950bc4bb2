import { isDay, standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const registration = standard('KR', 'rrn');
const words = ['주민등록번호*', '주민번호*', '주민등록*', '외국인등록번호*', '등록번호*'];

/** Syllables that stand on plates (자동차등록번호판 고시). */
const plateSyllables = '가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배바사아자';

/**
 * Resident registration number (주민등록법). Numbers given out from October 2020 on have no check digit: those of people born since then are judged by their date
 * alone, like those of foreigners, whose check digit differs. Driving licences, passports, plates.
 */
export const kr = {
  country: 'KR',
  languages: ['ko'],
  contextFollows: true,
  identifiers: {
    'kr.rrn': {
      class: 'national',
      forms: { '\\d{6} ?- ?[0-49]\\d{6}': 0.5, '\\d{6} ?[0-49]\\d{6}': 0.3 },
      checksum: (digits) => isBornSinceReform(digits) || registration(digits),
      words,
    },
    'kr.foreigner': {
      class: 'national',
      forms: { '\\d{6} ?- ?[5-8]\\d{6}': 0.5, '\\d{6} ?[5-8]\\d{6}': 0.2 },
      rule: (digits) => isDay(digits.slice(2, 4), digits.slice(4, 6)),
      words,
    },
    'kr.licence': { class: 'driving-licence', forms: { '\\d{2} ?- ?\\d{2} ?- ?\\d{6} ?- ?\\d{2}': 0.4 } },
    'kr.passport': { class: 'passport', forms: { '[a-z]{1,2} ?\\d{7,8}': 0.1, '[a-z]\\d{3}[a-z]\\d{4}': 0.2 } },
    'kr.plate': { class: 'plate', forms: { [`\\d{2,3} ?[${plateSyllables}] ?\\d{4}`]: 0.3 } },
    'kr.phone': nationalPhone('KR'),
  },
} as const satisfies CountryFacts;

/** The digit after the date names century and sex: 3 and 4 are of this century. */
function isBornSinceReform(digits: string): boolean {
  return /^[34]/.test(digits.slice(6)) && digits.slice(0, 4) >= '2010' && isDay(digits.slice(2, 4), digits.slice(4, 6));
}
