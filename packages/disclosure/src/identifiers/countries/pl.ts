import { standard, weighted } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** PESEL (ustawa o ewidencji ludności), NIP, dowód osobisty (weights 7, 3, 1, 9, 7, 3, 1, 7, 3), passports, plates. */
export const pl = {
  country: 'PL',
  languages: ['pl'],
  identifiers: {
    'pl.pesel': {
      class: 'national',
      forms: { '\\d{11}': 0.3, '\\d{6}[ -]\\d{5}': 0.3 },
      checksum: standard('PL', 'pesel'),
      words: ['pesel*'],
    },
    'pl.nip': {
      class: 'tax',
      forms: { '\\d{10}': 0.2, '\\d{3}-\\d{3}-\\d{2}-\\d{2}': 0.3, '\\d{3}-\\d{2}-\\d{2}-\\d{3}': 0.3, '\\d{3} \\d{3} \\d{2} \\d{2}': 0.2 },
      oneCheckDigit: true,
      checksum: standard('PL', 'nip'),
    },
    'pl.dowod-osobisty': { class: 'identity-card', forms: { '[a-z]{3} ?\\d{6}': 0.1 }, checksum: isIdentityCard },
    'pl.passport': { class: 'passport', forms: { '[a-z]{2} ?\\d{7}': 0.1 } },
    'pl.plate': { class: 'plate', forms: { '[a-z]{2,3} ?\\d[a-z0-9]{3,4}': 0.1 }, rule: (compact) => /\d/.test(compact) },
    'pl.phone': nationalPhone('PL'),
  },
} as const satisfies CountryFacts;

/** Letters count from 10; the check digit comes after them with the weight 9, so that the sum ends in zero. */
function isIdentityCard(compact: string): boolean {
  const letters = [7, 3, 1].reduce((sum, weight, index) => sum + weight * parseInt(compact.charAt(index), 36), 0);
  return (letters + weighted(compact.slice(3), [9, 7, 3, 1, 7, 3])) % 10 === 0;
}
