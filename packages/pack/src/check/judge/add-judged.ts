import { inOrder } from '../../format/issue-order.ts';
import { hasErrors, type PackIssue } from '../../format/pack-issue.ts';
import { type PackCheck } from '../check-pack.ts';

/** A check with what a model found beside it. A model adds: it can take no issue away and change none. */
export function addJudged(check: PackCheck, judged: readonly PackIssue[]): PackCheck {
  const issues = inOrder([...check.issues, ...judged]);
  return { ...check, issues, pack: hasErrors(issues) ? null : check.pack };
}
