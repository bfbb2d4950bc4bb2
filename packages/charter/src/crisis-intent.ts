import { ar } from './crisis-intent/ar.ts';
import { de } from './crisis-intent/de.ts';
import { en } from './crisis-intent/en.ts';
import { es } from './crisis-intent/es.ts';
import { et } from './crisis-intent/et.ts';
import { fr } from './crisis-intent/fr.ts';
import { ru } from './crisis-intent/ru.ts';
import { tr } from './crisis-intent/tr.ts';
import { zh } from './crisis-intent/zh.ts';
import { type CrisisPhrase } from './crisis-phrase.ts';
import { type CorpusLanguage } from './safety-text.ts';

/**
 * Phrases by which a person in acute danger says so; a hit adds verified local help to the answer and changes nothing else.
 * Match over case-folded text with runs of white space as one space. Narrow on purpose: questions about the subject do not match.
 */
export const crisisIntent: Readonly<Record<CorpusLanguage, readonly CrisisPhrase[]>> = { ar, de, en, es, et, fr, ru, tr, zh };
