import { stdnum } from 'stdnum';
import { foldedString } from '../text/fold.ts';
import { type Identifier } from './identifier.ts';

/** Isikukood: eleven digits with century, date of birth, serial and check digit (EVS 585:2007). */
export const estonianPersonalCode: Identifier = {
  id: 'ee.isikukood',
  type: 'personal-identifier',
  patterns: ['(ee-?|_)?[1-8]\\d{10}_?', '[1-8][ -]?\\d{6}[ -]?\\d{4}', '[1-8]\\d{2} \\d{4} \\d{4}'],
  context: [],
  verdict: (candidate) => (stdnum['EE']?.['ik']?.validate(digitsOf(candidate)).isValid === true ? 'certain' : 'no'),
  key: digitsOf,
};

function digitsOf(candidate: string): string {
  return foldedString(candidate).replace(/\D/g, '');
}
