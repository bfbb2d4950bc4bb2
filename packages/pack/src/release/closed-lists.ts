/** What a key may do. The first three are roles of reviewers; `release` signs releases and rollbacks. */
export const roles = ['language', 'legal', 'safety', 'release'] as const;
export type Role = (typeof roles)[number];

export const reviewRoles = ['language', 'legal', 'safety'] as const satisfies readonly Role[];
export type ReviewRole = (typeof reviewRoles)[number];

/** From the mildest to the strictest: a pack has the class of its strictest change. */
export const changeClasses = ['default', 'legal', 'safety'] as const;
export type ChangeClass = (typeof changeClasses)[number];

export const decisions = ['approve', 'reject'] as const;
export type Decision = (typeof decisions)[number];

/** Why a pack was taken back. Public, and without free text: nothing can be said in it that a pack could not say. */
export const rollbackReasons = ['mistake', 'harm', 'complaint', 'court', 'law-changed'] as const;
export type RollbackReason = (typeof rollbackReasons)[number];

/** A leaf of the log names 16 keys: these, whoever releases, and whoever rolls back to the pack later. */
export const mostReviews = 14;

export function strictestClass(classes: Iterable<ChangeClass>): ChangeClass {
  const found = new Set(classes);
  return changeClasses.findLast((each) => found.has(each)) ?? 'default';
}
