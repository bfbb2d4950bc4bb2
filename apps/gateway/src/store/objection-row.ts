export const objectionReasons = ['not-meant', 'needed', 'not-fitting', 'not-correct', 'disturbing', 'rule-wrong', 'other'] as const;
/**
 * Why somebody objects. To a cut: the text was not what the law means; they need the information. To an addition: it did not fit; it is not correct; it disturbed. To either: the
 * rule is wrong; something else, or nothing said. The log has none of them.
 */
export type ObjectionReason = (typeof objectionReasons)[number];

export const objectionOutcomes = ['upheld', 'corrected', 'rejected'] as const;
/** The change was wrong; the rule or its wording is being corrected; the change stands. */
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** An objection as it is taken. It holds nothing of who objects: the code is with them, and only its hash is here. */
export interface NewObjection {
  /** SHA-256 of the code. */
  readonly codeHash: Uint8Array;
  readonly rule: string;
  readonly version: string;
  /** Digest of the pack under which the rule acted. */
  readonly pack: string;
  /** As people were shown it; null: no law stands behind the rule. */
  readonly law: string | null;
  /** Who decides, as people were shown it; null: the operator. */
  readonly office: string | null;
  /** Id of the receipt of the answer; null: none was given, or none that this log issued. */
  readonly answer: string | null;
  readonly reason: ObjectionReason;
  /** Of the page, BCP 47. */
  readonly language: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly received: string;
  readonly due: string;
  /** Days after the decision for which what was written is kept, as they were told. */
  readonly keptDays: number;
  /** What was written, minimised; empty when nothing was. */
  readonly text: string;
}

export interface StoredObjection extends Omit<NewObjection, 'codeHash' | 'keptDays' | 'text'> {
  /** By which the office names it. */
  readonly number: bigint;
  /** Null: deleted, or sealed. */
  readonly text: string | null;
  /** The texts are there, and their key is not in this server's folder. */
  readonly isSealed: boolean;
  /** Null: nobody has decided. */
  readonly decision: {
    /** 16 random bytes in hexadecimal, made once. */
    readonly id: string;
    readonly outcome: ObjectionOutcome;
    readonly day: string;
    /** Who decided; null: the operator. */
    readonly by: string | null;
    /** Null: deleted, or sealed. */
    readonly reasons: string | null;
    /** Name of the log that states it, without the half-year; null: of an earlier version, any may. */
    readonly statedBy: string | null;
    /** Where the log tells it; null: it does not yet. */
    readonly leaf: { readonly log: string; readonly position: bigint } | null;
  } | null;
}

/** How many objections there are to one rule. The parts are all of `received`, but for `overdue`, which is a part of `open`. */
export interface ObjectionCount {
  readonly rule: string;
  readonly law: string | null;
  readonly received: bigint;
  readonly open: bigint;
  readonly overdue: bigint;
  readonly upheld: bigint;
  readonly corrected: bigint;
  readonly rejected: bigint;
}
