import { type ObjectionReason, type ObjectionState } from '../interface/objections/objection-text.ts';
import { type PageContext } from '../page-context.ts';
import { type IdentifierFact } from '../transparency/transparency-facts.ts';

/** The answer whose change somebody objects to. */
export interface AnswerOrigin {
  /** Digest of the pack; empty: the receipt knows it. */
  readonly pack: string;
  /** Id of the receipt; empty when there is none. */
  readonly answer: string;
}

/** What a notice tells the form of objection: the rule, as `id@version`, and the answer. */
export interface ChallengedPlace extends AnswerOrigin {
  readonly rule: string;
}

/** A text and the language that it is in. */
interface Worded {
  readonly lang: string;
  readonly text: string;
}

/** The rule that somebody objects to, as the form tells it. */
interface ChallengedRuleFacts {
  /** Whether it leaves something out or adds something. */
  readonly kind: 'omit' | 'add';
  readonly name: string;
  readonly law: { readonly text: string; readonly url: string } | null;
  readonly authority: Worded | null;
  readonly rationale: Worded | null;
  /** Null: the operator decides. */
  readonly office: Worded | null;
  readonly redress: string | null;
  /** What is added to answers, word for word; null where something is left out, or the charter adds what fits the question. */
  readonly added: Worded | null;
  /** It stands in a pack that is an example: then no office has agreed to decide. */
  readonly isExample: boolean;
}

/** The form of objection. */
export interface ObjectContext extends PageContext {
  readonly place: ChallengedPlace;
  readonly rule: ChallengedRuleFacts;
  /** Whether the receipt is known and tells of this rule; null: none was named. */
  readonly isAnswerKnown: boolean | null;
  /** `YYYY-MM-DD` */
  readonly due: string;
  /** The pack says nothing of a time. */
  readonly isOwnTime: boolean;
  /** Days for which texts are kept after the decision. */
  readonly keptDays: number;
  readonly longest: number;
  readonly ticket: string;
  readonly reason: ObjectionReason;
  /** What was written before; empty at first. */
  readonly draft: string;
  /** Why the objection was not stored; null: nothing was sent. */
  readonly notStored: string | null;
}

/** How many different values of a class of identifiers were masked. */
export interface MaskedClass {
  readonly class: IdentifierFact['class'];
  readonly count: number;
}

/** An objection as whoever has its code reads it. */
export interface ObjectionContext extends PageContext {
  readonly code: string;
  /** Whether it was sent right now. */
  readonly isNew: boolean;
  /** Of one that was sent right now. */
  readonly masked: readonly MaskedClass[];
  readonly isAnswerLeftOut: boolean;
  readonly rule: string;
  readonly law: string | null;
  /** Null: the operator. */
  readonly office: string | null;
  /** The pack in force is an example: no office has agreed to decide. */
  readonly isExample: boolean;
  readonly reason: ObjectionReason;
  readonly state: ObjectionState;
  /** `YYYY-MM-DD` */
  readonly received: string;
  readonly due: string;
  readonly decision: {
    readonly day: string;
    /** Null: the operator. */
    readonly by: string | null;
    /** Null: deleted. */
    readonly reasons: string | null;
    /** Null: the log does not tell it yet. */
    readonly leaf: { readonly position: string; readonly log: string } | null;
  } | null;
}

/** How many objections there are, by rule. A text is a size, as `1-9`. */
export interface ObjectionsContext extends PageContext {
  /** Last day that is counted, `YYYY-MM-DD`. */
  readonly until: string;
  readonly counts: readonly {
    readonly rule: string;
    readonly law: string | null;
    readonly received: number | string;
    readonly states: Readonly<Record<ObjectionState, number | string>>;
  }[];
}
