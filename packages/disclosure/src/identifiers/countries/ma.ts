import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** CNIE (loi n° 04-20): one or two letters of the place and up to six digits, without a check digit, so it needs a word; number of the CNSS; passports; plates. */
export const ma = {
  country: 'MA',
  languages: ['ar', 'fr'],
  identifiers: {
    'ma.cin': {
      class: 'identity-card',
      forms: { '[a-z]{1,2} ?\\d{5,7}': 0.1 },
      words: ['cin', 'c.i.n', 'cnie', 'الوطنية', 'رقم ب.ت.و', 'carte nationale', 'بطاقت*', 'لبطاقة', 'la carte'],
    },
    'ma.cnss': { class: 'social-security', forms: { '\\d{9}': 0.05 }, words: ['الصندوق الوطني للضمان الاجتماعي'] },
    'ma.passport': { class: 'passport', forms: { '[a-z]{2} ?\\d{7}': 0.1 } },
    'ma.plate': { class: 'plate', forms: { '\\d{1,5} ?[/|-]? ?[أابدهوطيشa-z] ?[/|-]? ?\\d{1,2}': 0.2 } },
    'ma.phone': nationalPhone('MA'),
  },
} as const satisfies CountryFacts;
