import { type PackIssue } from '@parlance/pack';

export interface IssueChanges {
  readonly added: readonly PackIssue[];
  readonly mended: readonly PackIssue[];
}

/** What came and what went. An issue that only moved to another line is the same. */
export function issueChanges(before: readonly PackIssue[], after: readonly PackIssue[]): IssueChanges {
  return { added: without(after, before), mended: without(before, after) };
}

function without(issues: readonly PackIssue[], others: readonly PackIssue[]): readonly PackIssue[] {
  const counts = new Map<string, number>();
  for (const issue of others) counts.set(keyOf(issue), (counts.get(keyOf(issue)) ?? 0) + 1);
  return issues.filter((issue) => {
    const left = counts.get(keyOf(issue)) ?? 0;
    counts.set(keyOf(issue), left - 1);
    return left <= 0;
  });
}

function keyOf({ file, rule, path, code, expected, received, severity }: PackIssue): string {
  return JSON.stringify([file, rule, path, code, expected, received, severity]);
}
