import { type Check, issueIn } from './check-context.ts';

/** Settings for people under 18 only tighten (S13): what is left out for adults is left out for everybody. */
export const under18: Check = ({ pack, draft }) =>
  pack.restrictions
    .filter(({ scope }) => scope.audience === 'adult')
    .map((restriction) =>
      issueIn(draft, draft.fileOf.get(restriction) ?? '', {
        rule: 'S13',
        path: 'scope.audience',
        code: 'looser-for-minors',
        expected: 'all or under-18',
        received: 'adult',
        mend: 'Write all: a restriction for adults alone would show minors what adults may not see.',
      }),
    );
