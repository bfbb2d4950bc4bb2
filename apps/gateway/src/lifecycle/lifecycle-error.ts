import { CodedError } from '@parlance/core';

export type LifecycleErrorCode =
  /** Another process owns the data folder. */
  | 'data_folder_owned'
  /** The data folder cannot be made, read or written. */
  | 'data_folder_unusable'
  | 'port_taken';

export function lifecycleError(code: LifecycleErrorCode, message: string): CodedError<LifecycleErrorCode> {
  return new CodedError(code, message);
}
