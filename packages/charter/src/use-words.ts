import { type SafetyLanguage } from './safety-text.ts';
import { type UseWords } from './use-word.ts';
import { ar } from './use-words/ar.ts';
import { de } from './use-words/de.ts';
import { en } from './use-words/en.ts';
import { et } from './use-words/et.ts';
import { fr } from './use-words/fr.ts';
import { ru } from './use-words/ru.ts';

/** Words by which a request gives itself away as a use that the charter allows nobody. They see plain requests and no disguise; docs/use-control.md says what that is worth. */
export const useWords: Readonly<Record<SafetyLanguage, UseWords>> = { ar, de, en, et, fr, ru };
