import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js';
import { foldedString } from '../text/fold.ts';
import { type IdentifierFacts } from './country-identifiers.ts';
import { isServiceNumber } from './service-number.ts';

/** Years, sums and emergency numbers are told apart without asking the number plan. */
const fewestDigits = 7;
const mostDigits = 12;

/** Telephone number as people write it inside its country: the number plan (libphonenumber) must know it and a context word must stand near. */
export function nationalPhone(country: CountryCode): IdentifierFacts {
  const parse = (candidate: string): ReturnType<typeof parsePhoneNumber> => parsePhoneNumber(foldedString(candidate), country);
  return {
    class: 'phone',
    forms: { '\\(?\\d{1,5}\\)?(( ?[./-] ?| )?\\d{2,5}){1,4}': 0.3 },
    rule: (digits) => {
      const number = digits.length >= fewestDigits && digits.length <= mostDigits ? parse(digits) : undefined;
      return number?.isValid() === true && !isServiceNumber(number.number, country);
    },
    key: (candidate) => parse(candidate)?.number ?? foldedString(candidate).replace(/\D/g, ''),
  };
}
