import { CodedError } from '@parlance/core';
import { issueAt, type PackIssue, shown } from '../format/pack-issue.ts';

export type PackFolderErrorCode =
  | 'pack_not_found'
  | 'pack_link'
  | 'pack_file_kind'
  | 'pack_unreadable'
  | 'pack_file_too_large'
  | 'pack_too_large'
  | 'pack_too_many_files'
  | 'pack_too_deep';

/** Why a folder, or a file in it, is not read. */
export interface FolderFault {
  readonly code: PackFolderErrorCode;
  /** Path inside the pack folder; `.` for the folder itself. */
  readonly file: string;
  readonly expected: string;
  readonly received: string;
  readonly mend: string;
}

export function faultError(folder: string, { code, file, expected, received, mend }: FolderFault): CodedError<PackFolderErrorCode> {
  const place = file === '.' ? folder : `${folder}/${file}`;
  return new CodedError(code, `${shown(place, 400)}: expected ${expected}, received ${received}. ${mend}`);
}

/** A fault in the shape of every other issue: what is not a plain file in the folder is outside the grammar (S1). */
export function faultIssue({ file, ...facts }: FolderFault): PackIssue {
  return issueAt({ file, line: 1, column: 1 }, { rule: 'S1', path: '', ...facts });
}
