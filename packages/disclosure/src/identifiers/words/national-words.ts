import { type WordsByLanguage } from './words-by-language.ts';

/** Words for a personal number that several countries share; what a country calls its own stands in its file. */
export const nationalWords: WordsByLanguage = {
  ar: ['الرقم الوطني', 'رقم الهوية', 'رقم هوية', 'هويتي', 'رقم البطاقة'],
  en: [
    'personal code*',
    'personal identification*',
    'personal number*',
    'identity number*',
    'national id*',
    'id number*',
    'identification number*',
    'national number*',
    'id code*',
  ],
  fr: ['numéro national', 'registre national', "numéro d'identification"],
  ru: ['личный код', 'личного кода', 'личным кодом', 'персональн* код*', 'идентификационн* номер*', 'идентификационн* код*'],
};
