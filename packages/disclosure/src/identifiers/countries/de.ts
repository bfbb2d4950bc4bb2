import { standard, type Check } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const letter = '[cfghjklmnprtvwxyz]';
const serial = '[\\dcfghjklmnprtvwxyz]';

/**
 * Steuer-ID (§ 139b AO, ISO 7064 MOD 11,10), Steuernummer, Versicherungsnummer of the pension insurance (§ 147 SGB VI), Krankenversichertennummer (§ 290 SGB V),
 * serial numbers of passports and cards (PassV and PAuswV, ICAO 9303).
 */
export const de = {
  country: 'DE',
  languages: ['de'],
  identifiers: {
    'de.steuer-id': {
      class: 'tax',
      forms: { '[1-9]\\d{10}': 0.3, '[1-9]\\d[ /]?\\d{3}[ /]?\\d{3}[ /]?\\d{3}': 0.3 },
      checksum: standard('DE', 'idnr'),
    },
    'de.steuernummer': {
      class: 'tax',
      forms: { '\\d{2,3} ?/ ?\\d{3,4} ?/ ?\\d{4,5}': 0.3, '\\d{13}': 0.05 },
    },
    'de.rentenversicherung': {
      class: 'social-security',
      forms: { '\\d{2} ?\\d{6} ?[a-z] ?\\d{2} ?\\d': 0.4, '\\d{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[a-z] ?\\d{3}': 0.4 },
      checksum: standard('DE', 'svnr'),
      words: ['rentenversicher*', 'sozialversicher*', 'versicherungsnumm*', 'svnr', 'sv-num*', 'rvnr'],
    },
    'de.krankenversicherung': {
      class: 'health',
      forms: { '[a-z] ?\\d{9}': 0.3, '[a-z] ?\\d{3} ?\\d{3} ?\\d{3}': 0.3 },
      checksum: isHealthInsurance,
    },
    'de.personalausweis': {
      class: 'identity-card',
      forms: { [`${letter}${serial}{8}`]: 0.1, [`${letter}${serial}{8}\\d(d)?`]: 0.2 },
      rule: isSerial,
    },
    'de.passport': {
      class: 'passport',
      forms: { [`[cfghjk]${serial}{8}`]: 0.1, [`[cfghjk]${serial}{8}\\d(d)?`]: 0.2 },
      rule: isSerial,
    },
    'de.fuehrerschein': { class: 'driving-licence', forms: { '[a-z]\\d{2}[a-z0-9]{6}\\d[a-z0-9]': 0.1 } },
    'de.plate': {
      class: 'plate',
      forms: { '[a-zäöü]{1,3} ?- ?[a-z]{1,2} ?\\d{1,4}[eh]?': 0.2, '[a-zäöü]{1,3} [a-z]{1,2} ?\\d{1,4}[eh]?': 0.1 },
    },
    'de.phone': nationalPhone('DE'),
  },
} as const satisfies CountryFacts;

/** The letter stands for two digits; weights 1 and 2 in turn, the digits of a product added. */
function isHealthInsurance(compact: string): boolean {
  const digits = `${String(compact.charCodeAt(0) - 64).padStart(2, '0')}${compact.slice(1, 9)}`;
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === Number(compact.charAt(9));
}

/** The check digit is judged where it is written: weights 7, 3, 1, letters count from 10. A serial number has digits among its letters. */
function isSerial(compact: string): ReturnType<Check> {
  if (!/\d/.test(compact)) return false;
  const sum = Array.from(compact.slice(0, 9)).reduce(
    (total, character, index) => total + parseInt(character, 36) * ([7, 3, 1][index % 3] ?? 0),
    0,
  );
  return compact.length === 9 || sum % 10 === Number(compact.charAt(9));
}
