import { type PackIssue } from '../format/pack-issue.ts';
import { type Restriction } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';

/** What the form of a restriction cannot say by itself: that its days fit together and that it is in force (S4). */
export const restrictionFacts: Check = (context) =>
  context.pack.restrictions.flatMap((restriction) => restrictionIssues(context, restriction));

function restrictionIssues(context: CheckContext, restriction: Restriction): readonly PackIssue[] {
  const { pack, draft, today } = context;
  const file = draft.fileOf.get(restriction) ?? '';
  const { inForce, reviewBy, basis } = restriction;
  const issues: PackIssue[] = [];
  if (reviewBy <= inForce) {
    const facts = { code: 'wrong-order', expected: 'a day after in_force', received: reviewBy, mend: 'Set review_by after in_force.' };
    issues.push(issueIn(draft, file, { rule: 'S4', path: 'legal_basis.review_by', ...facts }));
  }
  if (inForce > today)
    issues.push(
      inactive(context, file, {
        path: 'legal_basis.in_force',
        received: inForce,
        mend: `It takes force on ${inForce}; until then nothing is left out by it.`,
      }),
    );
  if (reviewBy < today)
    issues.push(
      inactive(context, file, {
        path: 'legal_basis.review_by',
        received: reviewBy,
        mend: 'Review the law and set a new review_by; until then nothing is left out by it.',
      }),
    );
  if (pack.id !== '' && basis.jurisdiction !== pack.id && basis.jurisdiction !== 'EU') {
    const facts = {
      code: 'foreign-law',
      expected: `${pack.id} or EU`,
      received: basis.jurisdiction,
      mend: 'Name a law that binds in the country of the pack.',
    };
    issues.push(issueIn(draft, file, { rule: 'S4', path: 'legal_basis.jurisdiction', ...facts }));
  }
  return issues;
}

function inactive(
  { draft }: CheckContext,
  file: string,
  facts: { readonly path: string; readonly received: string; readonly mend: string },
): PackIssue {
  return issueIn(draft, file, {
    rule: 'S4',
    code: 'inactive',
    severity: 'warning',
    expected: 'a restriction that is in force and not due for review',
    ...facts,
  });
}
