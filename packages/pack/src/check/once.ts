import { type PackIssue } from '../format/pack-issue.ts';

/** Each finding once: two checks that say the same of one place are one finding, and the first has the word. */
export function once(issues: readonly PackIssue[]): readonly PackIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ rule, code, file, line, column, path }) => {
    const key = JSON.stringify([rule, code, file, line, column, path]);
    return !seen.has(key) && seen.add(key);
  });
}
