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
