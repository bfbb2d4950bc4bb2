/** Entries of one log that agree in month, subject and language. */
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
  readonly count: number;
  /** Positions of the newest entries, the newest last. */
  readonly newest: readonly bigint[];
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
  /** Entries that do not count any more, because a later leaf says so; then the stretch adds none. */
  readonly struck: { readonly position: bigint; readonly cells: readonly number[] } | null;
}

/** Where to look for entries. */
export interface BlockPlace {
  readonly log: string;
  readonly cells: readonly number[];
  /** Entries before this position. */
  readonly before: bigint;
}
