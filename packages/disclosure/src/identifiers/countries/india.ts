import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Aadhaar and virtual id (UIDAI, Verhoeff), PAN (Income-tax Rules, rule 114), ABHA (NDHM), voter's EPIC, passports, driving licences, plates (CMVR rule 50). */
export const india = {
  country: 'IN',
  languages: ['hi', 'bn', 'ta'],
  identifiers: {
    'in.aadhaar': {
      class: 'national',
      oneCheckDigit: true,
      forms: { '[2-9]\\d{11}': 0.2, '[2-9]\\d{3}[ -]\\d{4}[ -]\\d{4}': 0.4 },
      checksum: standard('IN', 'aadhaar'),
      words: ['aadhaar*', 'aadhar*', 'आधार*', 'uid', 'uidai', 'আধার*', 'ஆதார்*'],
    },
    'in.virtual-id': {
      class: 'national',
      forms: { '[2-9]\\d{3}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}': 0.2 },
      oneCheckDigit: true,
      checksum: standard('IN', 'vid'),
      words: ['vid', 'virtual id*'],
    },
    'in.pan': {
      class: 'tax',
      forms: { '[a-z]{3}[abcfghjklpte][a-z]\\d{4}[a-z]': 0.5 },
      rule: (compact) => !compact.includes('0000'),
      words: ['pan', 'पैन*', 'permanent account number*', 'স্থায়ী অ্যাকাউন্ট*', 'প্যান*', 'பான்*'],
    },
    'in.abha': { class: 'health', forms: { '\\d{2}-\\d{4}-\\d{4}-\\d{4}': 0.3, '\\d{14}': 0.05 }, words: ['abha*', 'आभा*'] },
    'in.voter': { class: 'identity-card', forms: { '[a-z]{3}\\d{7}': 0.2 }, words: ['epic*', 'voter*', 'मतदाता*', 'वोटर*'] },
    'in.passport': { class: 'passport', forms: { '[a-z] ?\\d{7}': 0.1 } },
    'in.driving-licence': { class: 'driving-licence', forms: { '[a-z]{2}[ -]?\\d{2}[ -]?(19|20)\\d{2}[ -]?\\d{7}': 0.4 } },
    'in.plate': {
      class: 'plate',
      forms: { '[a-z]{2}[ -]?\\d{1,2}[ -]?[a-z]{1,3}[ -]?\\d{4}': 0.3, '\\d{2} ?bh ?\\d{4} ?[a-z]{1,2}': 0.3 },
    },
    'in.phone': nationalPhone('IN'),
  },
} as const satisfies CountryFacts;
