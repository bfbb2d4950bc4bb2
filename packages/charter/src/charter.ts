import { digestOfJson, type Digest, type JsonValue } from '@parlance/core';
import { charterRules } from './charter-rules.ts';
import { clauses, modelSpec } from './clauses.ts';
import { additionPurposes, ageGrounds, causes, endings, enforcements, informationTypes, useReasons } from './closed-lists.ts';
import { clauseWords, mostBetween, partingWords } from './crisis-pair.ts';
import { crisisPairs } from './crisis-pairs.ts';
import { crisisIntent } from './crisis-intent.ts';
import { crisisRules } from './crisis-sense.ts';
import { crisisWords } from './crisis-words.ts';
import { guidelines } from './guidelines.ts';
import { dsaCategoryOf } from './information-types.ts';
import { fallbackLanguages } from './message.ts';
import { messages } from './messages.ts';
import { safetyCorpus } from './safety-corpus.ts';
import { rungPrinciples, studyPrinciples, stylePrinciples } from './study-principles.ts';
import { youngSectors } from './study.ts';
import { tightenings } from './tightenings.ts';
import { youthConcerns } from './youth-concerns.ts';
import { youthClause, youthPrinciples } from './youth-principles.ts';
import { useRules } from './use-word.ts';
import { useWords } from './use-words.ts';

/** Packs are written against it (S15): it goes up with every change to the clauses, guidelines, tightenings, principles for the young, rules of use and closed lists. */
const version = '0.3.0';

/** All that binds, as one JSON value to publish: whoever has it can compute the digest again (RFC 8785, SHA-256). */
export function charterDocument(): JsonValue {
  return {
    version,
    modelSpec,
    clauses: clauses.map((clause) => ({ ...clause })),
    rules: Object.values(charterRules).map((rule) => ({ ...rule })),
    guidelines,
    tightenings,
    under18: { clause: youthClause, sectors: { ...youngSectors }, principles: youthPrinciples.map((principle) => ({ ...principle })) },
    study: { principles: { ...studyPrinciples }, rungs: { ...rungPrinciples }, styles: { ...stylePrinciples } },
    useRules: useRules.map((rule) => ({ ...rule })),
    closedLists: { additionPurposes, ageGrounds, causes, endings, enforcements, fallbackLanguages, informationTypes, useReasons },
    dsaCategoryOf,
    messages: Object.entries(messages).map(([id, message]) => ({ id, ...message })),
    safetyCorpus: Object.entries(safetyCorpus).map(([language, texts]) => ({ language, texts: texts.map((text) => ({ ...text })) })),
    crisisIntent: Object.entries(crisisIntent).map(([language, phrases]) => ({
      language,
      phrases: phrases.map((phrase) => ({ ...phrase })),
    })),
    crisisPairsBetween: { most: mostBetween, parting: partingWords, clauses: clauseWords },
    crisisPairs: Object.entries(crisisPairs).map(([language, pairs]) => ({ language, pairs: pairs.map((pair) => ({ ...pair })) })),
    crisisWords: Object.entries(crisisWords).map(([language, words]) => ({ language, ...words })),
    crisisRules: crisisRules.map((rule) => ({ ...rule })),
    youthConcerns: { ...youthConcerns },
    useWords: Object.entries(useWords).map(([language, { classes, ...words }]) => ({ language, ...words, classes: { ...classes } })),
  };
}

/** Names the charter in packs (S15), in every response and in every receipt. */
export const charter: { readonly version: string; readonly digest: Digest } = { version, digest: digestOfJson(charterDocument()) };
