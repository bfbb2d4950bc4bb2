import { ar } from './safety-corpus/ar.ts';
import { de } from './safety-corpus/de.ts';
import { en } from './safety-corpus/en.ts';
import { es } from './safety-corpus/es.ts';
import { et } from './safety-corpus/et.ts';
import { fr } from './safety-corpus/fr.ts';
import { ru } from './safety-corpus/ru.ts';
import { tr } from './safety-corpus/tr.ts';
import { zh } from './safety-corpus/zh.ts';
import { type CorpusLanguage, type SafetyText } from './safety-text.ts';

/**
 * Sentences that every matcher of a pack is run over; one hit refuses the pack (S6).
 * It is a test corpus, not a source of numbers for people: those stand in a pack, each with its official source and date (S7).
 */
export const safetyCorpus: Readonly<Record<CorpusLanguage, readonly SafetyText[]>> = { ar, de, en, es, et, fr, ru, tr, zh };
