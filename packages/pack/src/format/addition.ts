import { additionPurposes } from '@parlance/charter';
import { type z } from 'zod';
import { type Addition } from '../pack.ts';
import { closed, day, dottedName, localized, oneOf } from './fields.ts';
import { basisFields, isMatcher, isNoMatcher, matcherFields, matcherOf, scopeSchema } from './restriction.ts';

const when = closed({ always: oneOf(['true']).optional(), ...matcherFields })
  .refine(
    ({ always, ...matcher }) => (always === undefined ? isMatcher(matcher) : isNoMatcher(matcher)),
    'either always: true or terms, patterns or identifiers; confusables beside terms or patterns',
  )
  .transform(({ always, ...matcher }) => (always === undefined ? matcherOf(matcher) : ('always' as const)));

/** `additions/<name>.yaml`. */
export function additionSchema(languages: readonly string[]): z.ZodType<Addition> {
  return closed({
    id: dottedName,
    purpose: oneOf(additionPurposes),
    basis: closed({ ...basisFields, in_force: day }),
    place: oneOf(['start', 'before', 'beside', 'after', 'end']),
    when,
    scope: scopeSchema,
    text: localized(languages, 600),
  })
    .refine(({ when, place }) => when === 'always' || place !== 'start', {
      message: 'before, beside, after or end: what depends on the answer cannot stand before it',
      path: ['place'],
    })
    .refine(({ when, place }) => when !== 'always' || place === 'start' || place === 'end', {
      message: 'start or end: before, beside and after are places of a match, so that when has to say terms, patterns or identifiers',
      path: ['place'],
    })
    .transform(({ basis: { in_force, ...basis }, ...facts }) => ({ ...facts, basis, inForce: in_force }));
}
