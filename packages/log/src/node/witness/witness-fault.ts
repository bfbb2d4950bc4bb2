import { CodedError } from '@parlance/core';
import { type LogFault } from '../log-fault.ts';

/** Everything that can be wrong with the folder of a witness, beside the `disk_...` codes and `log_owned`. */
export type WitnessFaultCode =
  /** A file of the witness is not what it wrote. */
  | 'witness_corrupt'
  /** A file of the witness is missing or older than another one: it may have cosigned more than it knows. */
  | 'witness_rolled_back'
  /** The key belongs to another witness, or is of another kind. */
  | 'witness_foreign'
  /** Another process took the folder over. */
  | 'witness_lost'
  /** A write failed: what the disk holds is unknown until the folder is opened again. */
  | 'witness_stopped'
  | 'witness_closed';

export type WitnessFault = Omit<LogFault, 'code'> & { readonly code: WitnessFaultCode };

export function witnessFault({ code, path, expected, received, remedy, cause }: WitnessFault): CodedError<WitnessFaultCode> {
  return new CodedError(code, `${path}: expected ${expected}, found ${received}; ${remedy}`, cause === undefined ? {} : { cause });
}
