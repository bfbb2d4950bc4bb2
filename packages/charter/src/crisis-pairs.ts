import { type CrisisPair } from './crisis-pair.ts';
import { ar } from './crisis-pairs/ar.ts';
import { de } from './crisis-pairs/de.ts';
import { en } from './crisis-pairs/en.ts';
import { et } from './crisis-pairs/et.ts';
import { fr } from './crisis-pairs/fr.ts';
import { ru } from './crisis-pairs/ru.ts';
import { type SafetyLanguage } from './safety-text.ts';

/**
 * What crisis phrases cannot list, because any of many words may come together: a household substance, a small object, a partner who is violent now. Everyday words stay out of them, as
 * does whatever asks about the subject in general.
 */
export const crisisPairs: Readonly<Record<SafetyLanguage, readonly CrisisPair[]>> = { ar, de, en, et, fr, ru };
