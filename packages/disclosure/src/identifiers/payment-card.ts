import { passesLuhn } from './checks.ts';
import { compact } from './country-identifiers.ts';
import { contextWords } from './context-words.ts';
import { type Identifier } from './identifier.ts';

/**
 * Issuer ranges of ISO/IEC 7812 as the networks publish them: Visa, Mastercard, American Express, Discover, JCB, Diners Club, UnionPay, Mir, Troy, RuPay, Elo,
 * Maestro. Cards of thirteen digits are no longer issued, and every article number of thirteen that begins with 4 would pass for one in ten.
 */
const issuers: Readonly<Record<number, RegExp>> = {
  14: /^3(?:0[0-5]|[689])/,
  15: /^3[47]/,
  16: /^(?:4|5[0-8]|2(?:2[2-9]|[3-6]|7[01]|720|20[0-5])|35(?:2[89]|[3-8])|6|81|82|9792)/,
  17: /^62/,
  18: /^6/,
  19: /^[46]/,
};

/** Payment card number: an issuer's range and a Luhn check digit, 14 to 19 digits. */
export const paymentCard: Identifier = {
  id: 'card',
  type: 'financial-identifier',
  class: 'payment-card',
  country: null,
  forms: [
    { pattern: '\\d{4}([ .-]?\\d{4}){3}([ .-]?\\d{1,3})?', score: 0.3 },
    { pattern: '\\d{4}[ .-]?\\d{6}[ .-]?\\d{4,5}', score: 0.3 },
    // Not with dashes, which stand between letters and digits in ids of programs.
    { pattern: '\\d{4}( ?\\d{4}){3}( ?\\d{1,3})?', score: 0.3, touchesLetters: true },
    { pattern: '\\d{14,19}', score: 0.3, touchesLetters: true },
  ],
  hasChecksum: true,
  context: contextWords([]),
  languages: [],
  contextFollows: false,
  verdict: (candidate) => {
    const digits = compact(candidate);
    return issuers[digits.length]?.test(digits) === true && passesLuhn(digits) ? 'certain' : 'no';
  },
  key: compact,
};
