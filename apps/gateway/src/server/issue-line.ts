import { type PackIssue } from '@parlance/pack';

/** One issue as one line of a message. */
export function issueLine(issue: PackIssue): string {
  return `${issue.file}:${issue.line}:${issue.column} ${issue.rule} ${issue.path}: expected ${issue.expected}, received ${issue.received}. ${issue.mend}`;
}
