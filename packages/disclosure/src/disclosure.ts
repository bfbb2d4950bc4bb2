import { type AdditionPurpose, type Cause, type Decider, type InformationType } from '@parlance/charter';
import { type Basis } from './rule.ts';

/** Where text travels in a response. Each channel of each choice is screened by itself. */
export type Channel = 'content' | 'reasoning' | 'refusal' | 'tool';

interface DisclosureFacts {
  /** Unique in the response, in order of appearance in its channel: `d1`, `d2` ... */
  readonly id: string;
  readonly cause: Cause;
  readonly choice: number;
  readonly channel: Channel;
  /** Code points of the delivered text, start and end, of what stands in place of the change. */
  readonly at: readonly [number, number];
  readonly basis: Basis | null;
  readonly since: string | null;
  readonly decidedBy: Decider;
  /** Rule and version, `id@version`. */
  readonly rule: string;
}

interface RestrictionFacts extends DisclosureFacts {
  readonly type: InformationType;
  readonly authority: string | null;
  readonly rationale: { readonly lang: string; readonly text: string };
  readonly redress: string | null;
}

export interface OmitDisclosure extends RestrictionFacts {
  readonly kind: 'omit';
}

/** Text that was delivered as the upstream wrote it, although a rule asks for a judgement that could not be had. One for each rule and channel. */
export interface UnjudgedDisclosure extends RestrictionFacts {
  readonly kind: 'unjudged';
  /** How many sentences, all of them within `at`. */
  readonly sentences: number;
}

export interface AddDisclosure extends DisclosureFacts {
  readonly kind: 'add';
  readonly purpose: AdditionPurpose;
}

/** The public projection of an edit: what kind of thing was changed, where and why; never the content. */
export type Disclosure = OmitDisclosure | AddDisclosure | UnjudgedDisclosure;
