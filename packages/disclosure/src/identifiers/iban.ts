import { isValidIBAN } from 'ibantools';
import { foldedString } from '../text/fold.ts';
import { contextWords } from './context-words.ts';
import { type Identifier } from './identifier.ts';

/** International bank account number (ISO 13616): country, two check digits (mod 97), up to 30 letters and digits. */
export const iban: Identifier = {
  id: 'iban',
  type: 'financial-identifier',
  class: 'bank-account',
  country: null,
  forms: [{ pattern: '[a-z]{2}\\d{2}([ -]?[a-z0-9]{4}){2,7}([ -]?[a-z0-9]{1,3})?', score: 0.5 }],
  hasChecksum: true,
  context: contextWords([]),
  languages: [],
  contextFollows: false,
  verdict: (candidate) => (isValidIBAN(compact(candidate)) ? 'certain' : 'no'),
  key: compact,
};

function compact(candidate: string): string {
  return foldedString(candidate)
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase();
}
