import { type ClauseId } from './clauses.ts';
import { type UseReason } from './closed-lists.ts';

/** What a word in a request can stand for. */
export const useWordClasses = [
  'following',
  'all-of',
  'watched',
  'shutting-out',
  'group',
  'service',
  'swaying',
  'aimed',
  'many',
  'faked',
  'published',
  'deceiving',
  'voting',
] as const;
export type UseWordClass = (typeof useWordClasses)[number];

/** Words of one language. As in a `CrisisPair`, a star at the end of a word stands for up to eight more letters; `#` is a number of two digits or more. */
export interface UseWords {
  /** How a sentence begins that asks for something to be done. */
  readonly asking: readonly string[];
  /** Single words that may come before it. */
  readonly before: readonly string[];
  /** Words of people who study, report, forbid, object to or make fun of the thing. A sentence that has one is never held against anybody, nor is a text whose first sentence has one. */
  readonly about: readonly string[];
  readonly classes: Readonly<Record<UseWordClass, readonly string[]>>;
}

/** A use that a red line allows nobody: a sentence that asks for something, with a word of each class. */
export interface UseRule {
  readonly reason: UseReason;
  readonly clause: ClauseId;
  readonly classes: readonly [UseWordClass, ...UseWordClass[]];
}

export const useRules: readonly UseRule[] = [
  { reason: 'mass-surveillance', clause: 'no-mass-surveillance', classes: ['following', 'all-of', 'watched'] },
  { reason: 'targeted-exclusion', clause: 'no-targeted-exclusion', classes: ['shutting-out', 'group', 'service'] },
  { reason: 'political-targeting', clause: 'no-mass-manipulation', classes: ['swaying', 'aimed'] },
  { reason: 'mass-disinformation', clause: 'no-mass-manipulation', classes: ['many', 'faked', 'published'] },
  { reason: 'voter-suppression', clause: 'civic-participation-is-not-eroded', classes: ['deceiving', 'voting'] },
];
