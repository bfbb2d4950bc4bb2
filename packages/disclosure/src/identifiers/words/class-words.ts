import { type IdentifierClass } from '../identifier.ts';
import { drivingLicenceWords } from './driving-licence-words.ts';
import { healthWords } from './health-words.ts';
import { identityCardWords } from './identity-card-words.ts';
import { nationalWords } from './national-words.ts';
import { passportWords } from './passport-words.ts';
import { phoneWords } from './phone-words.ts';
import { plateWords } from './plate-words.ts';
import { taxWords } from './tax-words.ts';
import { type WordsByLanguage } from './words-by-language.ts';

const wordsOf: Partial<Record<IdentifierClass, WordsByLanguage>> = {
  national: nationalWords,
  tax: taxWords,
  health: healthWords,
  'social-security': healthWords,
  'identity-card': identityCardWords,
  passport: passportWords,
  'driving-licence': drivingLicenceWords,
  plate: plateWords,
  phone: phoneWords,
};

export function classWords(of: IdentifierClass, languages: readonly string[]): readonly string[] {
  return languages.flatMap((language) => wordsOf[of]?.[language] ?? []);
}
