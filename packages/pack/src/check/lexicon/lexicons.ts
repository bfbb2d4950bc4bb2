import { arabic } from './ar.ts';
import { german } from './de.ts';
import { greek } from './el.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { estonian } from './et.ts';
import { persian } from './fa.ts';
import { french } from './fr.ts';
import { hebrew } from './he.ts';
import { hindi } from './hi.ts';
import { georgian } from './ka.ts';
import { russian } from './ru.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { chinese } from './zh.ts';
import { type Lexicon } from './lexicon.ts';

/** `en-GB` and `en-Latn-GB` are English. Null for what is no tag. */
export function languageOf(tag: string | null): string | null {
  try {
    return tag === null ? null : new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}

/** The words of the language of a tag, if they are known. */
export function lexiconFor(tag: string | null): Lexicon | undefined {
  return lexicons[languageOf(tag) ?? ''];
}

export const lexicons: Readonly<Record<string, Lexicon>> = {
  ar: arabic,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  et: estonian,
  fa: persian,
  fr: french,
  he: hebrew,
  hi: hindi,
  ka: georgian,
  ru: russian,
  tr: turkish,
  uk: ukrainian,
  zh: chinese,
};
