import { compile, findMatches, type OmitRule, parsePattern } from '@parlance/disclosure';
import { type PackIssue } from '../format/pack-issue.ts';
import { type Restriction } from '../pack.ts';
import { restrictionRule } from '../rules.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';

/** A reviewer reads fixtures sooner than patterns: each pattern has one that shows what it takes (S6). */
export const patternFixtures: Check = (context) =>
  context.pack.restrictions.flatMap((restriction) => unshown(context, restriction).map((index) => untested(context, restriction, index)));

/** Patterns that no fixture hits. What does not compile is told of elsewhere. */
function unshown({ pack }: CheckContext, restriction: Restriction): readonly number[] {
  const rules = (restriction.match.patterns ?? []).flatMap((pattern, index): readonly OmitRule[] =>
    parsePattern(pattern).ok
      ? [
          {
            ...restrictionRule(pack, restriction),
            id: String(index),
            matcher: { ...restriction.match, terms: [], identifiers: [], patterns: [pattern] },
          },
        ]
      : [],
  );
  // Most rules have terms alone, and even an empty screen takes time to make.
  const screen = rules.length === 0 ? null : compile(rules).screen;
  if (screen === null) return [];
  const hit = new Set(restriction.fixtures.hits.flatMap((text) => findMatches(screen, text).map(({ rule }) => rule)));
  return rules.filter(({ id }) => !hit.has(id)).map(({ id }) => Number(id));
}

function untested({ draft }: CheckContext, restriction: Restriction, index: number): PackIssue {
  return issueIn(draft, draft.fileOf.get(restriction) ?? '', {
    rule: 'S6',
    path: `match.patterns.${index}`,
    code: 'untested-pattern',
    expected: 'a text among the hits that this pattern takes',
    received: 'none',
    mend: 'Add a text to hits that shows what the pattern is for.',
  });
}
