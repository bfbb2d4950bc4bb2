import parsePhoneNumber from 'libphonenumber-js';
import { foldedString } from '../text/fold.ts';
import { contextWords } from './context-words.ts';
import { type Identifier } from './identifier.ts';
import { isServiceNumber } from './service-number.ts';

/** Numbers without a country code are read as Estonian. */
const country = 'EE';
/** Shorter than any subscriber number there: years, sums and emergency numbers are told apart without asking the number plan. */
const fewestDigits = 7;
/** As many as the longest has there with its country code and no plus, and as the longest of the world has with two noughts. */
const mostDigits = { national: 13, international: 17 };

/**
 * Telephone number: with a country code it counts when the number plan knows it (libphonenumber); without one it needs a context word too, because
 * seven or eight digits are as often a sum, a reference or a law's number.
 */
export const phone: Identifier = {
  id: 'phone',
  type: 'contact-detail',
  class: 'phone',
  country: null,
  forms: [
    { pattern: '\\(?\\+\\d{1,3}\\)?[ .-]?(\\(?\\d{1,5}\\)?)([ .-]?\\d{2,4}){1,4}', score: 0.5, touchesLetters: true },
    { pattern: '00\\d{1,3}[ .-]?\\d{1,5}([ .-]?\\d{2,4}){1,4}', score: 0.5 },
    { pattern: '\\d{7,8}', score: 0.3 },
    { pattern: '\\d{2,5}[ -]\\d{2,5}([ -]?\\d{2,5}){0,2}', score: 0.3 },
  ],
  hasChecksum: false,
  context: contextWords([
    ...['tel', 'telefon', 'telefonil', 'telefoni', 'telefoninumber', 'mob', 'mobiil', 'mobiilil'],
    ...['helista mulle', 'helistage mulle', 'helista talle'],
    ...['phone', 'phone number', 'telephone', 'mobile', 'mobile number', 'call me', 'call him', 'call her', 'call them', 'cell phone'],
    ...['тел', 'телефон', 'телефону', 'телефона', 'моб', 'мобильный', 'номер телефона', 'позвоните мне', 'позвони мне'],
  ]),
  languages: ['et', 'en', 'ru'],
  contextFollows: false,
  verdict: (candidate) => {
    const isWhole = isInternational(candidate);
    const digits = foldedString(candidate).replace(/\D/g, '').length;
    if (digits < fewestDigits || digits > mostDigits[isWhole ? 'international' : 'national']) return 'no';
    if (parse(candidate)?.isValid() !== true) return 'no';
    return isWhole ? 'certain' : 'likely';
  },
  isOfService: (candidate) => {
    const number = parse(candidate)?.number;
    return number !== undefined && isServiceNumber(number, country);
  },
  key: (candidate) => parse(candidate)?.number ?? foldedString(candidate).replace(/[^+\d]/g, ''),
};

function isInternational(candidate: string): boolean {
  return /^(?:\(?\+|00)/.test(foldedString(candidate));
}

function parse(candidate: string): ReturnType<typeof parsePhoneNumber> {
  return parsePhoneNumber(foldedString(candidate).replace(/^00/, '+'), country);
}
