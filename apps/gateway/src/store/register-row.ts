/** Entries of one log that agree in month, subject, language and sector. */
export interface RegisterCell {
  /** Origin of the log. */
  readonly log: string;
  /** In the order in which the log named them first, from 0. */
  readonly cell: number;
  /** `2026-11` */
  readonly month: string;
  /** Canonical JSON. */
  readonly subject: string;
  /** Null where the log does not tell it. */
  readonly language: string | null;
  /** The same. */
  readonly sector: string | null;
  readonly count: number;
  /** Positions of the newest entries, the newest last. */
  readonly newest: readonly bigint[];
  /** Leaves of the log up to the one that changed it last. */
  readonly changed: bigint;
}

/** A decided objection, by the rule that it was about. */
export interface RegisterDecision {
  /** Random text of the leaf, which is the same where it was written twice. */
  readonly decision: string;
  /** Id of the rule without its version. */
  readonly rule: string;
  readonly outcome: DecidedOutcome;
}

export const decidedOutcomes = ['upheld', 'corrected', 'rejected'] as const;
type DecidedOutcome = (typeof decidedOutcomes)[number];

/** What rates are made of, over all logs. */
export interface RegisterTotals {
  /** Answers by month (`2026-11`), changed or not, as the tallies tell them. */
  readonly answers: ReadonlyMap<string, number>;
  readonly decisions: readonly { readonly rule: string; readonly outcome: DecidedOutcome; readonly count: number }[];
}

/** What a stretch of a log adds to the register. */
export interface RegisterChange {
  readonly log: string;
  /** Leaves that had been read, and have been read after it. */
  readonly from: bigint;
  readonly to: bigint;
  /** Cells that are new or changed, as they are after it. */
  readonly cells: readonly RegisterCell[];
  /** New entries, the oldest first. */
  readonly added: readonly { readonly cell: number; readonly positions: readonly bigint[] }[];
  /** Answers that tallies count, to be added to those of their months; each month once. */
  readonly answers: ReadonlyMap<string, number>;
  /** Decided objections; one that is known already is not counted again. */
  readonly decisions: readonly RegisterDecision[];
  /** Entries that do not count any more, because a later leaf says so; then the stretch adds none. */
  readonly struck: { readonly position: bigint; readonly cells: readonly number[] } | null;
}

/** Where to look for entries. */
export interface BlockPlace {
  readonly log: string;
  readonly cells: readonly number[];
  /** Entries from this position on, and with them what else is in their blocks. */
  readonly from: bigint;
  /** Entries before this position. */
  readonly before: bigint;
}
