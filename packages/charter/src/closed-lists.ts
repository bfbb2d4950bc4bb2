/** Why a text was changed. Exactly one cause per edit. `law` is a restriction with an instrument; `privacy` is the charter's red line without one. */
export const causes = ['charter', 'law', 'privacy', 'operator'] as const;
export type Cause = (typeof causes)[number];

/**
 * Who decided about a text: a matcher in code, or a safeguard model by the written policy of a rule; `nobody` when a rule asks for a judgement that could not be had, and
 * what the rule says for that case was done.
 */
export const deciders = ['automated', 'safeguard', 'nobody'] as const;
export type Decider = (typeof deciders)[number];

/** What a rule says is done with a sentence that could not be judged. */
export const failureActions = ['omit-sentence', 'stop', 'allow-and-disclose'] as const;
export type FailureAction = (typeof failureActions)[number];

/** How a response ended. Exactly one per response. */
export const endings = ['done', 'charter', 'law', 'operator', 'upstream_refusal', 'quota', 'outage', 'client_gone'] as const;
export type Ending = (typeof endings)[number];

/** What the public is told was left out. */
export const informationTypes = [
  'advertising',
  'contact-detail',
  'copyright',
  'court-order',
  'financial-identifier',
  'forged-notice',
  'gambling',
  'hate-speech',
  'medicines',
  'personal-identifier',
  'prohibited-symbols',
  'state-secret',
  'trade-secret',
] as const;
export type InformationType = (typeof informationTypes)[number];

/** What an addition may be for. Anything else cannot be added. */
export const additionPurposes = ['legal-notice', 'safety-resource', 'ai-notice', 'source-label', 'official-contact', 'age-notice'] as const;
export type AdditionPurpose = (typeof additionPurposes)[number];

/** How a clause is enforced: the first two by a check of packs, then by code while answering, last by measuring. */
export const enforcements = ['grammar', 'check', 'prompt', 'screen', 'classifier', 'evaluation'] as const;
export type Enforcement = (typeof enforcements)[number];

/** What can switch under-18 mode on. Nothing switches it off. */
export const ageGrounds = ['key', 'sector', 'organisation', 'age-band'] as const;
export type AgeGround = (typeof ageGrounds)[number];

/** What a request may be refused for before anybody is asked. */
export const useReasons = [
  'mass-surveillance',
  'targeted-exclusion',
  'political-targeting',
  'mass-disinformation',
  'voter-suppression',
] as const;
export type UseReason = (typeof useReasons)[number];
