import { ar } from './person-wanted/ar.ts';
import { de } from './person-wanted/de.ts';
import { en } from './person-wanted/en.ts';
import { et } from './person-wanted/et.ts';
import { fr } from './person-wanted/fr.ts';
import { ru } from './person-wanted/ru.ts';
import { type PersonWanted } from './person-words.ts';
import { type SafetyLanguage } from './safety-text.ts';

/**
 * Words by which somebody asks for a person in place of a machine. A hit shows how people are reached and changes nothing else. Narrow on purpose: who speaks of people, of speaking or
 * of officials asks for none.
 */
export const personWanted: Readonly<Record<SafetyLanguage, PersonWanted>> = { ar, de, en, et, fr, ru };
