import { standard, weighted } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** NIF (Decreto-Lei n.º 14/2013), NISS (weights are primes), número de utente, cartão de cidadão, passports, plates. */
export const pt = {
  country: 'PT',
  languages: ['pt'],
  identifiers: {
    'pt.nif': {
      class: 'tax',
      forms: { '[1-35689]\\d{8}': 0.2, '[1-35689]\\d{2}[ .-]\\d{3}[ .-]\\d{3}': 0.2 },
      oneCheckDigit: true,
      checksum: standard('PT', 'nif'),
    },
    'pt.niss': {
      class: 'social-security',
      forms: { '[12]\\d{10}': 0.2 },
      oneCheckDigit: true,
      checksum: (digits) => 9 - (weighted(digits, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10) === Number(digits.charAt(10)),
      words: ['niss', 'segurança social'],
    },
    'pt.utente': { class: 'health', forms: { '\\d{9}': 0.05, '\\d{3} \\d{3} \\d{3}': 0.05 } },
    'pt.cartao-de-cidadao': { class: 'identity-card', forms: { '\\d{8} ?-?\\d ?-?[a-z0-9]{2}\\d': 0.3 }, checksum: standard('PT', 'cc') },
    'pt.bilhete-de-identidade': { class: 'identity-card', forms: { '\\d{7,8}': 0.05, '\\d{7,8}[ -]\\d': 0.05 } },
    'pt.passport': { class: 'passport', forms: { '[a-z]{1,2} ?\\d{6}': 0.1 } },
    'pt.plate': {
      class: 'plate',
      forms: {
        '[a-z]{2}[ -]?\\d{2}[ -]?[a-z]{2}': 0.2,
        '\\d{2}[ -]?[a-z]{2}[ -]?\\d{2}': 0.2,
        '\\d{2}-\\d{2}-[a-z]{2}': 0.2,
        '[a-z]{2}-\\d{2}-\\d{2}': 0.2,
      },
    },
    'pt.phone': nationalPhone('PT'),
  },
} as const satisfies CountryFacts;
