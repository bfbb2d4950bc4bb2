import { type ClauseId } from './clauses.ts';
import { type AdditionPurpose, type InformationType } from './closed-lists.ts';

interface CharterRuleFacts {
  readonly name: string;
  /** As edits, notices and the log name it; where it is a rule for each of several things, what all of their ids begin with (`privacy` of `privacy.iban`). */
  readonly id: string;
  /** The clauses that it serves. */
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  /** Version of the charter that brought it. */
  readonly since: string;
}

/** What the charter itself leaves out of answers or adds to them, in every country. It has no law behind it and nobody switches it off. */
export type CharterRule = CharterRuleFacts &
  ({ readonly kind: 'omit'; readonly types: readonly InformationType[] } | { readonly kind: 'add'; readonly purpose: AdditionPurpose });

/** All of them, and the one place of their ids: whatever makes such a rule takes its id from here, so that none acts that the public cannot read about. */
export const charterRules = {
  'safety-resources': {
    name: 'safety-resources',
    id: 'charter.safety-resources',
    kind: 'add',
    purpose: 'safety-resource',
    clauses: ['safety-information-is-trustworthy', 'prevent-imminent-harm', 'do-not-encourage-self-harm'],
    since: '0.1.0',
  },
  'under-18': {
    name: 'under-18',
    id: 'charter.under-18',
    kind: 'add',
    purpose: 'age-notice',
    clauses: ['prioritize-teen-safety'],
    since: '0.3.0',
  },
  'forged-notice': {
    name: 'forged-notice',
    id: 'charter.forged-notice',
    kind: 'omit',
    types: ['forged-notice'],
    clauses: ['additions-are-disclosed'],
    since: '0.1.0',
  },
  privacy: {
    name: 'privacy',
    id: 'privacy',
    kind: 'omit',
    types: ['personal-identifier', 'financial-identifier', 'contact-detail'],
    clauses: ['privacy-is-safeguarded'],
    since: '0.1.0',
  },
} as const satisfies Readonly<Record<string, CharterRule>>;

export type CharterRuleName = keyof typeof charterRules;

/** The rule of the charter behind an id or an `id@version`; null: it is a rule of a pack. */
export function charterRuleOf(rule: string): (CharterRule & { readonly name: CharterRuleName }) | null {
  const [id = ''] = rule.split('@');
  return Object.values(charterRules).find((each) => id === each.id || id.startsWith(`${each.id}.`)) ?? null;
}
