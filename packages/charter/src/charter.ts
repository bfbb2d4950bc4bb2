import { digestOfJson, type Digest, type JsonValue } from '@parlance/core';
import { clauses, modelSpec } from './clauses.ts';
import { additionPurposes, causes, endings, enforcements, informationTypes } from './closed-lists.ts';
import { crisisIntent } from './crisis-intent.ts';
import { guidelines } from './guidelines.ts';
import { dsaCategoryOf } from './information-types.ts';
import { fallbackLanguages } from './message.ts';
import { messages } from './messages.ts';
import { safetyCorpus } from './safety-corpus.ts';
import { tightenings } from './tightenings.ts';

/** Packs are written against it (S15): it goes up with every change to the clauses, guidelines, tightenings and closed lists. */
const version = '0.2.0';

/** All that binds, as one JSON value to publish: whoever has it can compute the digest again (RFC 8785, SHA-256). */
export function charterDocument(): JsonValue {
  return {
    version,
    modelSpec,
    clauses: clauses.map((clause) => ({ ...clause })),
    guidelines,
    tightenings,
    closedLists: { additionPurposes, causes, endings, enforcements, fallbackLanguages, informationTypes },
    dsaCategoryOf,
    messages: Object.entries(messages).map(([id, message]) => ({ id, ...message })),
    safetyCorpus: Object.entries(safetyCorpus).map(([language, texts]) => ({ language, texts: texts.map((text) => ({ ...text })) })),
    crisisIntent: Object.entries(crisisIntent).map(([language, phrases]) => ({
      language,
      phrases: phrases.map((phrase) => ({ ...phrase })),
    })),
  };
}

/** Names the charter in packs (S15), in every response and in every receipt. */
export const charter: { readonly version: string; readonly digest: Digest } = { version, digest: digestOfJson(charterDocument()) };
