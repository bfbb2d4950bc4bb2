export { acceptedLanguages } from './accept-language.ts';
export { detectLanguage, type DetectedLanguage, sure } from './detect-language.ts';
export { type DetectOptions } from './detect-options.ts';
export { spokenLanguages } from './spoken-languages.ts';
export { languageSources, type LanguageSource, type ReadersLanguage, readersLanguage, type ReaderSays } from './readers-language.ts';
export { supportedLanguage } from './supported-language.ts';
export { vocabularyOf, type Vocabulary } from './vocabulary.ts';
