import { type Pack } from '../pack.ts';
import { type PackFiles } from './pack-files.ts';
import { hasErrors, type PackIssue } from './pack-issue.ts';
import { readPack } from './read-pack.ts';
import { referenceIssues } from './references.ts';

export interface ParsedPack {
  /** Null when any issue is an error. */
  readonly pack: Pack | null;
  readonly issues: readonly PackIssue[];
}

/**
 * Reads every file of a pack: the grammar of S1 and that files agree with each other. Finds all issues in one run and never throws.
 * Whether what they say is allowed is for `checkPack`.
 */
export function parsePack(files: PackFiles): ParsedPack {
  const draft = readPack(files);
  const issues = [...draft.issues, ...referenceIssues(draft)];
  return { pack: hasErrors(issues) ? null : draft.pack, issues };
}
