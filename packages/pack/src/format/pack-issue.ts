import { type Issue } from '@parlance/core';
import { type Position } from '../pack.ts';

/** The static guarantees that a pack can break (guarantees S1 to S17). */
export const packRules = [
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
  'S8',
  'S9',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
  'S16',
  'S17',
] as const;
export type PackRule = (typeof packRules)[number];

/** What is wrong with a pack, where it stands, which guarantee it breaks and how to mend it. A pack with an error does not load. */
export interface PackIssue extends Issue {
  /** Path inside the pack folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly rule: PackRule;
  readonly severity: 'error' | 'warning';
  /** What the author should do, as a sentence. */
  readonly mend: string;
}

export interface IssueFacts extends Issue {
  readonly rule: PackRule;
  readonly mend: string;
  readonly severity?: 'error' | 'warning';
}

export function issueAt(position: Position, facts: IssueFacts): PackIssue {
  return { severity: 'error', ...facts, ...position };
}

export function hasErrors(issues: readonly PackIssue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

const longestShown = 60;

/** A value from a pack for an issue: cut to size, and with everything that cannot be seen spelled out. */
export function shown(value: string, longest = longestShown): string {
  const cut = Array.from(value).slice(0, longest).join('');
  const visible = cut.replace(
    /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return cut.length < value.length ? `${visible}…` : visible;
}
