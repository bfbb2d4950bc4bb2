import { type Disclosure } from '@parlance/disclosure';
import { type DisclosureObject } from '@parlance/wire';

/** The wire form of a disclosure. */
export function disclosureObjectOf(disclosure: Disclosure): DisclosureObject {
  const { id, cause, choice, channel, at, basis, since, decidedBy, rule } = disclosure;
  const facts = {
    id,
    cause,
    choice,
    channel,
    at: [at[0], at[1]] as [number, number],
    basis: basis === null ? null : { ...basis },
    since,
    decided_by: decidedBy,
    rule,
  };
  if (disclosure.kind === 'add') return { kind: 'add', purpose: disclosure.purpose, ...facts };
  const { type, authority, rationale, redress } = disclosure;
  const restriction = { type, authority, rationale: { ...rationale }, redress, ...facts };
  return disclosure.kind === 'omit'
    ? { kind: 'omit', ...restriction }
    : { kind: 'unjudged', sentences: disclosure.sentences, ...restriction };
}
