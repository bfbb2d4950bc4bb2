import { type AdditionPurpose, type Cause, type FailureAction, type InformationType } from '@parlance/charter';
import { type IdentifierId } from './identifiers/index.ts';

/** A text in several languages, by BCP 47 tag. */
export type Localized = Readonly<Record<string, string>>;

/**
 * What a rule looks for. Terms and patterns match whole words, whatever the case, digit script, width or zero-width padding.
 * A pattern is a bounded, linear-time subset of regular expressions (`pattern.ts`).
 */
export interface Matcher {
  readonly terms?: readonly string[];
  readonly patterns?: readonly string[];
  readonly identifiers?: readonly IdentifierId[];
  /** Letters that look alike, as the Latin and the Cyrillic c, are one in its terms and patterns. */
  readonly confusables?: boolean;
}

/** The law behind a rule, as the reader is shown it. */
export interface Basis {
  readonly jurisdiction: string;
  readonly instrument: string;
  readonly article: string;
  readonly url: string;
}

interface RuleFacts {
  /** Stable id, for example `ee.tubs.17.tobacco-promotion`. */
  readonly id: string;
  /** Version of the pack or charter that the rule comes from; shown as `id@version`. */
  readonly version: string;
  readonly cause: Cause;
  /** Present if and only if the cause is `law`. */
  readonly basis?: Basis;
  /** In force since, `YYYY-MM-DD`. */
  readonly since?: string;
}

/** A written policy that a safeguard model judges sentences by. */
export interface Classifier {
  /** What falls under the rule and what does not. At least one language. */
  readonly policy: Localized;
  /** From 0 to 1: how sure the model has to be. When absent, its verdict alone decides. */
  readonly threshold?: number;
  readonly onFailure: FailureAction;
}

export interface OmitRule extends RuleFacts {
  readonly kind: 'omit';
  readonly type: InformationType;
  readonly matcher: Matcher;
  readonly classifier?: Classifier;
  readonly authority?: Localized;
  readonly rationale: Localized;
  readonly redress?: string;
}

export interface AddRule extends RuleFacts {
  readonly kind: 'add';
  readonly purpose: AdditionPurpose;
  /** Before or behind the whole text; or, once, at the first match that readers see: before its sentence, right beside it, or after its sentence. */
  readonly place: 'start' | 'before' | 'beside' | 'after' | 'end';
  /** `always`, or only when the matcher finds something in the text; such an addition stands at the match or at the end. */
  readonly when: 'always' | Matcher;
  readonly text: Localized;
}

export type Rule = OmitRule | AddRule;
