import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { russian } from './ru.ts';
import { type Lexicon } from './lexicon.ts';

export const lexicons: Readonly<Record<string, Lexicon>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  ru: russian,
};
