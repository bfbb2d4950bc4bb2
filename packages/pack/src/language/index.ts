export { detectLanguage, type DetectedLanguage, type DetectOptions } from './detect-language.ts';
export { vocabularyOf, type Vocabulary } from './vocabulary.ts';
