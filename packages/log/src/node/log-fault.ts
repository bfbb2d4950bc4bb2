import { CodedError } from '@parlance/core';

/** Everything that can be wrong with the files of a journal or a log. */
export type LogFaultCode =
  /** No space is left. Nothing that was not acknowledged can be relied on. */
  | 'disk_full'
  | 'disk_read_only'
  /** Any other refusal of the file system. */
  | 'disk_failed'
  /** A record of the journal that was once synced is not what was written. */
  | 'journal_corrupt'
  /** Another format, version or shard. */
  | 'journal_foreign'
  /** The journal ends before a position that is known to have been acknowledged. */
  | 'journal_rolled_back'
  /** A write failed: what the disk holds is unknown until the journal is opened again. */
  | 'journal_stopped'
  | 'journal_closed'
  /** The position was dropped, or was never given out. */
  | 'journal_position_unknown'
  | 'record_refused'
  /** A file of the log is missing or is not what the tree says. */
  | 'log_corrupt'
  /** Another format, or a checkpoint of another origin or key. */
  | 'log_foreign'
  | 'log_rolled_back'
  | 'log_owned'
  /** This writer lost the log to another one and cannot publish any more. */
  | 'log_lost'
  | 'log_frozen'
  /** A write failed: the writer must be opened again. */
  | 'log_stopped'
  | 'log_closed'
  /** What the key signed does not verify. */
  | 'signer_wrong'
  | 'leaf_refused'
  | 'position_unknown';

export interface LogFault<Code extends LogFaultCode = LogFaultCode> {
  readonly code: Code;
  /** The file or folder that is meant. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  /** What an operator can do. */
  readonly remedy: string;
  readonly cause?: unknown;
}

export function logFault<Code extends LogFaultCode>({ code, path, expected, received, remedy, cause }: LogFault<Code>): CodedError<Code> {
  return new CodedError(code, `${path}: expected ${expected}, found ${received}; ${remedy}`, cause === undefined ? {} : { cause });
}
