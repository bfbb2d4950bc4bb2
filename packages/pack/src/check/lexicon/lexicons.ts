import { english } from './en.ts';
import { type Lexicon } from './lexicon.ts';

export const lexicons: Readonly<Record<string, Lexicon>> = {
  en: english,
};
