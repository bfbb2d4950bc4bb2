import { type Localized } from '@parlance/disclosure';
import { type Pack } from '../pack.ts';

/** A text in a language, else in the first language of the pack that has it, else empty. */
export function inLanguage(text: Localized, pack: Pack, language: string): string {
  for (const each of [language, ...pack.languages]) {
    const wording = Object.hasOwn(text, each) ? text[each] : undefined;
    if (wording !== undefined) return wording;
  }
  return '';
}
