import { type Path } from '../../tree/index.ts';

/** The one writer of a log. What it acknowledges is in a published checkpoint and can be proved. */
export interface LogWriter {
  /**
   * Adds leaves in one batch, and publishes. After any failure the writer refuses more with `log_stopped`, because it cannot know whether the batch is in the tree;
   * opening the log again settles that, and `cursor()` tells it. Throws `leaf_refused`, `log_frozen`, `log_lost`, `log_corrupt` and the `disk_...` codes.
   */
  add(leaves: readonly Uint8Array[], options?: AddOptions): Promise<AddedBatch>;
  /** The signed note that is published. */
  checkpoint(): string;
  size(): bigint;
  /** The cursor that came with the last batch. */
  cursor(): bigint;
  /** Throws `position_unknown` unless the leaf is in a tree of this size, and the tree is published. */
  proof(position: bigint, size?: bigint): Promise<Path>;
  consistency(from: bigint, to?: bigint): Promise<Path>;
  /** The entry, re-hashed. Throws `position_unknown` and `log_corrupt`. */
  readEntry(position: bigint): Promise<Uint8Array>;
  /** Publishes the present checkpoint again with the signatures of witnesses. Throws `log_foreign` for any other note. */
  publishCosigned(note: string): Promise<void>;
  /** No more leaves, for good. The last checkpoint stays. */
  freeze(): Promise<string>;
  frozenAt(): string | null;
  /** Removes partial tiles in whose place full ones are published. */
  removePartials(): Promise<void>;
  /** Waits for what is under way, and lets another process own the log. */
  close(): Promise<void>;
}

export interface AddOptions {
  /** The position of the journal before which everything is in the tree once this batch is. Kept with the size, in one step. */
  readonly cursor?: bigint;
}

export interface AddedBatch {
  readonly positions: readonly bigint[];
  readonly checkpoint: string;
}
