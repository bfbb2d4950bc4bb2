import { type IssueFacts, type PackIssue } from '../format/pack-issue.ts';
import { type Addition } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';

/** What the form of an addition cannot say by itself: that it comes at all, to whom it must, and that its law binds here (S16). */
export const additionFacts: Check = (context) =>
  context.pack.additions.flatMap((addition) => [...noticeIssues(context, addition), ...lawIssues(context, addition)]);

type Facts = Omit<IssueFacts, 'rule'>;

function issueOf({ draft }: CheckContext, addition: Addition, facts: Facts): PackIssue {
  return issueIn(draft, draft.fileOf.get(addition) ?? '', { rule: 'S16', ...facts });
}

/** That a machine answers is told to everybody in every answer: a condition could be one that never comes. */
function noticeIssues(context: CheckContext, addition: Addition): readonly PackIssue[] {
  const { purpose, when, scope } = addition;
  if (purpose !== 'ai-notice') return [];
  const facts = { code: 'hidden-ai-notice', mend: 'Tell everybody in every answer that a machine answers.' };
  return [
    ...(when === 'always'
      ? []
      : [issueOf(context, addition, { ...facts, path: 'when', expected: 'always: true', received: 'a condition' })]),
    ...(scope.audience === 'under-18'
      ? [issueOf(context, addition, { ...facts, path: 'scope.audience', expected: 'all', received: scope.audience })]
      : []),
  ];
}

function lawIssues(context: CheckContext, addition: Addition): readonly PackIssue[] {
  const { pack, today } = context;
  const { basis, inForce } = addition;
  const issues: PackIssue[] = [];
  if (pack.id !== '' && basis.jurisdiction !== pack.id && basis.jurisdiction !== 'EU')
    issues.push(
      issueOf(context, addition, {
        path: 'basis.jurisdiction',
        code: 'foreign-law',
        expected: `${pack.id} or EU`,
        received: basis.jurisdiction,
        mend: 'Name a law that binds in the country of the pack.',
      }),
    );
  if (inForce > today)
    issues.push(
      issueOf(context, addition, {
        path: 'basis.in_force',
        code: 'inactive',
        severity: 'warning',
        expected: 'an addition that is in force',
        received: inForce,
        mend: `It takes force on ${inForce}; until then it is not added.`,
      }),
    );
  return issues;
}
