import { type Issue } from '@parlance/core';

export type LogIssueCode =
  | 'checkpoint_missing'
  | 'checkpoint_refused'
  /** The checkpoint is signed, but its root is not that of the entries. */
  | 'checkpoint_root'
  | 'state_missing'
  | 'state_malformed'
  | 'state_root'
  | 'state_behind_checkpoint'
  | 'bundle_missing'
  | 'bundle_malformed'
  /** An entry is not the one that the tree has. */
  | 'bundle_differs'
  | 'tile_missing'
  | 'tile_malformed'
  | 'tile_differs'
  /** A file that no tree of this size has. */
  | 'file_unexpected';

/** `path` is the file inside the log. */
export interface LogIssue extends Issue {
  readonly code: LogIssueCode;
}

export type Report = (issue: LogIssue) => void;
