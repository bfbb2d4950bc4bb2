import { findMatches, isSafetyInformation, type Screen } from '@parlance/disclosure';
import { type IssueFacts, type PackIssue } from '../format/pack-issue.ts';
import { type Restriction } from '../pack.ts';
import { type CheckContext, issueIn } from './check-context.ts';

/** The fixtures of a restriction say what it is for and what it is not for; the production matcher has to agree (S6). */
export function fixtureIssues(context: CheckContext, screen: Screen): readonly PackIssue[] {
  return context.pack.restrictions.flatMap((restriction) => {
    const { hits, misses } = restriction.fixtures;
    if (restriction.classifier !== undefined) return judgedFixtures(context, restriction);
    return [
      ...hits.flatMap((text, index) => (matches(screen, restriction, text) ? [] : [missedHit(context, restriction, index)])),
      ...misses.flatMap((text, index) => (matches(screen, restriction, text) ? [hitMiss(context, restriction, index)] : [])),
    ];
  });
}

/** No check can ask a safeguard. What a policy is said to cover must not be what nobody may leave out (R10), and nothing is both. */
function judgedFixtures({ draft }: CheckContext, restriction: Restriction): readonly PackIssue[] {
  const { hits, misses } = restriction.fixtures;
  const fault = (index: number, facts: Omit<IssueFacts, 'rule' | 'path'>): PackIssue =>
    issueIn(draft, draft.fileOf.get(restriction) ?? '', { rule: 'S6', path: `fixtures.hits.${index}`, ...facts });
  return hits.flatMap((text, index) => [
    ...(isSafetyInformation(text) ? [fault(index, safetyHit)] : []),
    ...(misses.includes(text) ? [fault(index, bothWays)] : []),
  ]);
}

const safetyHit = {
  code: 'touches-safety',
  expected: 'no safety information',
  received: 'a text of the safety corpus, or much like one',
  mend: 'Remove it: safety information is never left out, whatever a policy says.',
};
const bothWays = {
  code: 'hit-and-miss',
  expected: 'a text that is either a hit or a miss',
  received: 'a text that is both',
  mend: 'Remove it from one of the two lists.',
};

function matches(screen: Screen, restriction: Restriction, text: string): boolean {
  return findMatches(screen, text).some(({ rule }) => rule === restriction.id);
}

function missedHit({ draft }: CheckContext, restriction: Restriction, index: number): PackIssue {
  const facts = {
    code: 'missed-hit',
    expected: 'a match',
    received: 'none',
    mend: 'Add what the matcher lacks, or move the text to misses.',
  };
  return issueIn(draft, draft.fileOf.get(restriction) ?? '', { rule: 'S6', path: `fixtures.hits.${index}`, ...facts });
}

function hitMiss({ draft }: CheckContext, restriction: Restriction, index: number): PackIssue {
  const facts = { code: 'hit-miss', expected: 'no match', received: 'a match', mend: 'Narrow the matcher, or move the text to hits.' };
  return issueIn(draft, draft.fileOf.get(restriction) ?? '', { rule: 'S6', path: `fixtures.misses.${index}`, ...facts });
}
