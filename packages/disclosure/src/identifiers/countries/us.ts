import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** SSN (SSA: areas, groups and serials that are never given out), ITIN (IRS), Medicare Beneficiary Identifier (CMS), passports; plates differ by state. */
export const us = {
  country: 'US',
  languages: ['en', 'es'],
  identifiers: {
    'us.ssn': {
      class: 'national',
      forms: { '\\d{3}-\\d{2}-\\d{4}': 0.5, '\\d{3}[ .]\\d{2}[ .]\\d{4}': 0.3, '\\d{9}': 0.05 },
      rule: (digits) => !/0000$/.test(digits) && socialSecurity(digits),
      words: ['ssn*', 'social security*', 'social', 'ss#', 'seguro social', 'seguridad social', 'soc sec'],
    },
    'us.itin': {
      class: 'tax',
      forms: {
        '9\\d{2}[ -](5\\d|6[0-5]|7\\d|8[0-8]|9[0-2]|9[4-9])[ -]\\d{4}': 0.5,
        '9\\d{2}(5\\d|6[0-5]|7\\d|8[0-8]|9[0-2]|9[4-9])\\d{4}': 0.05,
      },
      words: ['itin*', 'individual taxpayer*'],
    },
    'us.medicare': {
      class: 'health',
      forms: {
        '[1-9][ac-hjkmnp-rtw-y][ac-hjkmnp-rtw-y0-9]\\d-[ac-hjkmnp-rtw-y][ac-hjkmnp-rtw-y0-9]\\d-[ac-hjkmnp-rtw-y]{2}\\d{2}': 0.5,
        '[1-9][ac-hjkmnp-rtw-y][ac-hjkmnp-rtw-y0-9]\\d[ac-hjkmnp-rtw-y][ac-hjkmnp-rtw-y0-9]\\d[ac-hjkmnp-rtw-y]{2}\\d{2}': 0.3,
      },
      words: ['mbi'],
    },
    'us.passport': { class: 'passport', forms: { '[a-z]?\\d{8,9}': 0.05 } },
    'us.driving-licence': { class: 'driving-licence', forms: { '[a-z]\\d{7,12}': 0.1, '[a-z]\\d{3}-?\\d{4}-?\\d{4}': 0.1 } },
    'us.plate': { class: 'plate', forms: { '\\d?[a-z]{2,3}[ -]?\\d{3,4}[a-z]?': 0.1, '\\d{3}[ -]?[a-z]{3}': 0.1 } },
    'us.phone': nationalPhone('US'),
  },
} as const satisfies CountryFacts;

const socialSecurity = standard('US', 'ssn');
