import { type PackIssue } from '../format/pack-issue.ts';
import { type ChangeClass, mostReviews, type ReviewRole } from './closed-lists.ts';
import { refused } from './release-issue.ts';

/** The roles in which two persons have to approve; `null` is any role of a reviewer. */
const required: Readonly<Record<ChangeClass, readonly [ReviewRole, ReviewRole | null]>> = {
  default: ['language', null],
  legal: ['legal', null],
  safety: ['safety', 'legal'],
};

const described: Readonly<Record<ChangeClass, string>> = {
  default: 'approving reviews by two persons, one of them in the role language',
  legal: 'approving reviews by two persons, one of them in the role legal',
  safety: 'approving reviews by two persons, one in the role safety and another in the role legal',
};

/** Who has to approve a change of a class. Whoever signs the release is a third person. */
export function requiredSignOffs(change: ChangeClass): string {
  return described[change];
}

/** Asked before a release is made: its form takes no more. */
export function reviewCountIssues(count: number): readonly PackIssue[] {
  return count <= mostReviews ? [] : [refused('pack.sig', 'too-many-reviews', { path: 'reviews', received: `${count} that count` })];
}

export interface SignOff {
  readonly person: string;
  readonly role: ReviewRole;
}

/** Whether two different persons gave what the class asks for: one person with two keys, or with two roles, is one. */
export function isSignedOff(change: ChangeClass, signOffs: readonly SignOff[]): boolean {
  const [first, second] = required[change];
  return signOffs.some(
    ({ person, role }) => role === first && signOffs.some((other) => other.person !== person && (second === null || other.role === second)),
  );
}
