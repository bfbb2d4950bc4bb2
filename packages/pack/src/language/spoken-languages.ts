import { type Pack } from '../pack.ts';
import { oncePer } from '../resolve/once-per.ts';
import { type DetectOptions } from './detect-options.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The languages of a pack as the detector needs them: in which scripts each may be written, the usual one first, and in which words. Made once per pack. */
export const spokenLanguages = oncePer((pack: Pack): DetectOptions => ({
  languages: pack.languages,
  fallback: pack.languages[0] ?? 'en',
  vocabulary: vocabularyOf(pack),
  scripts: new Map([...pack.locales].map(([language, { script, scripts }]) => [language, [script, ...scripts]])),
}));
