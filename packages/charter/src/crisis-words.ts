import { ar } from './crisis-words/ar.ts';
import { de } from './crisis-words/de.ts';
import { en } from './crisis-words/en.ts';
import { et } from './crisis-words/et.ts';
import { fr } from './crisis-words/fr.ts';
import { ru } from './crisis-words/ru.ts';
import { tr } from './crisis-words/tr.ts';
import { type CrisisWords } from './crisis-sense.ts';
import { type SafetyLanguage } from './safety-text.ts';

/** Languages in which words of distress are known beside the phrases. */
export type WordedLanguage = SafetyLanguage | 'tr';

/** What a wish to die, harm to oneself and the like are said with, sense by sense; `crisisRules` say which two senses tell of danger together. */
export const crisisWords: Readonly<Record<WordedLanguage, CrisisWords>> = { ar, de, en, et, fr, ru, tr };
