/** Why a text was changed. Exactly one cause per edit. `law` is a restriction with an instrument; `privacy` is the charter's red line without one. */
export const causes = ['charter', 'law', 'privacy', 'operator'] as const;
export type Cause = (typeof causes)[number];

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
export const useReasons = ['mass-surveillance', 'targeted-exclusion', 'political-targeting', 'mass-disinformation', 'voter-suppression'] as const;
export type UseReason = (typeof useReasons)[number];
