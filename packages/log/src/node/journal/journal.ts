/**
 * What was done, in order, before anything else is made of it. On one machine a file, on many a table; `testing/journal-contract.ts` is what both promise.
 * Records are bytes; a position is never given out twice and rises from record to record.
 */
export interface Journal {
  /**
   * Resolves once all records are on the disk; they stand one after the other, and after a crash all of them are there or none. Rejects with a `disk_...`
   * code when they could not be written, and with `journal_stopped` from then on: whether they will be there is unknown until the journal is opened again.
   */
  append(records: readonly Uint8Array[]): Promise<readonly bigint[]>;
  /**
   * The records from a position on that were acknowledged before the first one was asked for. Throws `journal_position_unknown` when some of them were
   * dropped, and `journal_corrupt` when one is not what was written.
   */
  read(from: bigint): AsyncIterable<JournalEntry>;
  span(): Promise<JournalSpan>;
  /** Allows everything before a position to be dropped; what is dropped when is up to the journal. */
  truncateBefore(position: bigint): Promise<void>;
  /** Waits for the appends under way. */
  close(): Promise<void>;
}

export interface JournalEntry {
  readonly position: bigint;
  readonly record: Uint8Array;
}

export interface JournalSpan {
  /** The first position that can be read. */
  readonly first: bigint;
  /** Above every position that was given out. */
  readonly next: bigint;
}

/** A record larger than this is refused, by every journal. */
export const largestRecord = 1_048_576;
/** One append of more bytes than this is refused, by every journal. */
export const largestAppend = 4_194_304;
