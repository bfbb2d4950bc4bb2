import { failureActions, informationTypes } from '@parlance/charter';
import { type Classifier, type Matcher, identifierIds } from '@parlance/disclosure';
import { z } from 'zod';
import { type Restriction, type Scope } from '../pack.ts';
import { closed, country, day, dottedName, httpsUrl, inSomeLanguages, lawUrl, listOf, localized, name, oneOf, text } from './fields.ts';

export const matcherFields = {
  terms: listOf(text(200), { least: 1, most: 5000 }).optional(),
  patterns: listOf(text(400), { least: 1, most: 500 }).optional(),
  identifiers: listOf(oneOf(identifierIds), { least: 1, most: identifierIds.length }).optional(),
  confusables: oneOf(['true']).optional(),
};

type MatcherFields = { readonly [Field in Exclude<keyof Matcher, 'confusables'>]?: Matcher[Field] | undefined } & {
  readonly confusables?: 'true' | undefined;
};

export function matcherOf({ terms, patterns, identifiers, confusables }: MatcherFields): Matcher {
  return {
    ...(terms && { terms }),
    ...(patterns && { patterns }),
    ...(identifiers && { identifiers }),
    ...(confusables && { confusables: true }),
  };
}

/** Recognisers know their own looks: confusables speaks of terms and patterns. */
export function isMatcher({ terms, patterns, identifiers, confusables }: MatcherFields): boolean {
  const hasWords = terms !== undefined || patterns !== undefined;
  return hasWords || (identifiers !== undefined && confusables === undefined);
}

export function isNoMatcher(matcher: object): boolean {
  return Object.values(matcher).every((value) => value === undefined);
}

/** The policy is judged by a safeguard that the operator configures; which one is not for a pack to say. */
function classifierSchema(languages: readonly string[]): z.ZodType<Classifier> {
  return closed({
    policy: inSomeLanguages(languages, text(2000)),
    threshold: z
      .string(share)
      .regex(/^(?:0\.\d{1,2}|1)$/, share)
      .transform(Number)
      .optional(),
    on_failure: oneOf(failureActions),
  }).transform(({ on_failure: onFailure, threshold, policy }) => ({ policy, onFailure, ...(threshold !== undefined && { threshold }) }));
}

const share = 'a number from 0 to 1 with at most two decimals, such as 0.8';

/** What a matcher looks for is run over the safety corpus at every check; what a model judges cannot be. The two are not mixed in one rule. */
function matchSchema(languages: readonly string[]) {
  return closed({ ...matcherFields, classifier: classifierSchema(languages).optional() })
    .refine(
      ({ classifier, ...matcher }) => (classifier === undefined ? isMatcher(matcher) : isNoMatcher(matcher)),
      'either terms, patterns or identifiers, or a classifier; confusables beside terms or patterns',
    )
    .transform(({ classifier, ...matcher }) => ({ match: matcherOf(matcher), ...(classifier && { classifier }) }));
}

const answerDays = z
  .string('a number of days')
  .regex(/^[1-9]\d{0,2}$/, 'a number of days from 1 to 999')
  .transform(Number);

const sectorList = listOf(name, { least: 1, most: 50 });

/**
 * Only sector and age band: a group of people cannot be named. Nor can a purpose, since nothing here could tell one: a law that exempts purposes is written
 * with the sectors that serve them, and holds in all others.
 */
export const scopeSchema: z.ZodType<Scope> = closed({
  sectors: z.union([z.literal('all'), sectorList], 'the word all, or a list of sectors'),
  audience: oneOf(['all', 'under-18', 'adult']),
  except: closed({ sectors: sectorList }).optional(),
}).transform(({ except, ...scope }) => ({ ...scope, ...(except && { except }) }));

export const basisFields = { jurisdiction: country, instrument: text(300), article: text(200), url: lawUrl };

/** `restrictions/<name>.yaml`. */
export function restrictionSchema(languages: readonly string[]): z.ZodType<Restriction> {
  return closed({
    id: dottedName,
    type: oneOf(informationTypes),
    legal_basis: closed({ ...basisFields, authority: localized(languages, 200), in_force: day, review_by: day }),
    rationale: localized(languages, 400),
    redress: closed({ url: httpsUrl, body: localized(languages, 200), answer_within_days: answerDays.optional() }).transform(
      ({ answer_within_days: answerWithinDays, ...redress }) => ({
        ...redress,
        ...(answerWithinDays !== undefined && { answerWithinDays }),
      }),
    ),
    scope: scopeSchema,
    match: matchSchema(languages),
    fixtures: closed({ hits: listOf(text(400), { least: 3, most: 200 }), misses: listOf(text(400), { least: 3, most: 200 }) }),
  }).transform(({ legal_basis: { authority, in_force, review_by, ...basis }, match, ...facts }) => ({
    ...facts,
    ...match,
    basis,
    authority,
    inForce: in_force,
    reviewBy: review_by,
  }));
}
