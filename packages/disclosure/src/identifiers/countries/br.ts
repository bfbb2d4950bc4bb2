import { standard, weighted } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** CPF (Receita Federal), CNS of the SUS (DATASUS), PIS/PASEP/NIS, CNH, RG (by state, no common check), passports, plates old and Mercosul. */
export const br = {
  country: 'BR',
  languages: ['pt'],
  identifiers: {
    'br.cpf': {
      class: 'tax',
      forms: { '\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}': 0.5, '\\d{11}': 0.2, '\\d{3} ?\\d{3} ?\\d{3} ?-? ?\\d{2}': 0.2, '\\d{9}[/-]\\d{2}': 0.3 },
      checksum: (digits) => !/^(\d)\1+$/.test(digits) && taxNumber(digits),
      words: ['cpf*', 'cadastro de pessoa*'],
    },
    'br.cns': {
      class: 'health',
      forms: { '[1-2789]\\d{14}': 0.2, '[1-2789]\\d{2} ?\\d{4} ?\\d{4} ?\\d{4}': 0.2 },
      oneCheckDigit: true,
      checksum: (digits) => weighted(digits, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    },
    'br.pis': {
      class: 'social-security',
      forms: { '\\d{3}\\.\\d{5}\\.\\d{2}-\\d': 0.4, '\\d{11}': 0.1 },
      oneCheckDigit: true,
      checksum: (digits) => checkDigit(digits, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(digits.charAt(10)),
      words: ['pis', 'pasep', 'nis', 'nit', 'pis/pasep'],
    },
    'br.cnh': { class: 'driving-licence', forms: { '\\d{11}': 0.05 } },
    'br.rg': { class: 'identity-card', forms: { '\\d{1,2}\\.\\d{3}\\.\\d{3}-?[0-9x]': 0.3, '\\d{7,9}[0-9x]?': 0.05 } },
    'br.passport': { class: 'passport', forms: { '[a-z]{2} ?\\d{6}': 0.1 } },
    'br.plate': { class: 'plate', forms: { '[a-z]{3}[ -]?\\d[a-j0-9]\\d{2}': 0.2 } },
    'br.phone': nationalPhone('BR'),
  },
} as const satisfies CountryFacts;

const taxNumber = standard('BR', 'cpf');

function checkDigit(digits: string, weights: readonly number[]): number {
  const rest = weighted(digits, weights) % 11;
  return rest < 2 ? 0 : 11 - rest;
}
