import { type PackIssue } from './pack-issue.ts';

/** By file, line and column. Issues at one place keep their order. */
export function inOrder(issues: readonly PackIssue[]): readonly PackIssue[] {
  return issues.toSorted((left, right) => compareText(left.file, right.file) || left.line - right.line || left.column - right.column);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
