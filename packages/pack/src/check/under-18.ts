import { type AdditionPurpose } from '@parlance/charter';
import { type PackIssue } from '../format/pack-issue.ts';
import { type Addition, type Restriction } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';

/** A law may bind adults alone; whatever else adults are told, minors are told too. */
const forAdultsAlone: ReadonlySet<AdditionPurpose> = new Set(['legal-notice']);

/** Settings for people under 18 only tighten (S13): what is left out for adults is left out for everybody, and what protects adults protects everybody. */
export const under18: Check = (context) => [
  ...context.pack.restrictions
    .filter(({ scope }) => scope.audience === 'adult')
    .map((restriction) =>
      looser(context, restriction, 'Write all: a restriction for adults alone would show minors what adults may not see.'),
    ),
  ...context.pack.additions
    .filter(({ scope, purpose }) => scope.audience === 'adult' && !forAdultsAlone.has(purpose))
    .map((addition) => looser(context, addition, 'Write all: minors would not be told what helps or warns adults.')),
];

function looser({ draft }: CheckContext, rule: Restriction | Addition, mend: string): PackIssue {
  return issueIn(draft, draft.fileOf.get(rule) ?? '', {
    rule: 'S13',
    path: 'scope.audience',
    code: 'looser-for-minors',
    expected: 'all or under-18',
    received: 'adult',
    mend,
  });
}
