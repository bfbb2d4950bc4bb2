/** A stretch of a channel. */
export interface Span {
  /** UTF-16 units from the start of the channel, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The same in symbols that can be seen: padding does not count. */
  readonly from: number;
  readonly to: number;
}

/** A place where an entry matched. */
export interface Hit extends Span {
  readonly entry: number;
}
