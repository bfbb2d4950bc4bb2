import { type Ending } from '@parlance/charter';
import { type Layer } from '@parlance/pack';
import { type DisclosureObject, type SourceObject } from '@parlance/wire';
import { type TokenCost } from './token-cost.ts';

/** What one version of a pack makes of one question. */
export type CaseAnswer =
  | {
      readonly kind: 'answered';
      /** As delivered, with markers, additions and footnotes. What was left out is nowhere here. */
      readonly text: string;
      readonly language: string;
      readonly ending: Ending;
      readonly disclosures: readonly DisclosedChange[];
      readonly sources: readonly CitedSource[];
      /** Service cards that the answer was given from, the best first. */
      readonly cards: readonly string[];
      /** Emergency and crisis resources that were given. */
      readonly safety: readonly string[];
      /** What the answerer was told before the question. */
      readonly layers: readonly Layer[];
      readonly cost: TokenCost;
      readonly isExpected: boolean;
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export type CaseGiven = CaseAnswer & { readonly kind: 'answered' };

/** Changes of one kind by one rule in one answer. */
export interface DisclosedChange {
  readonly kind: 'omit' | 'add' | 'unjudged';
  /** What was left out, or what was added for. */
  readonly what: string;
  readonly cause: string;
  /** Without its version. */
  readonly rule: string;
  readonly count: number;
}

export interface CitedSource {
  readonly title: string;
  readonly url: string;
}

export function citedSource({ title, url }: SourceObject): CitedSource {
  return { title, url };
}

export function disclosedChanges(disclosures: readonly DisclosureObject[]): readonly DisclosedChange[] {
  const counted = new Map<string, DisclosedChange>();
  for (const disclosure of disclosures) {
    const change = changeOf(disclosure);
    const key = changeKey(change);
    counted.set(key, { ...change, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}

export function changeKey({ kind, what, cause, rule }: DisclosedChange): string {
  return [kind, what, cause, rule].join(' ');
}

function changeOf(disclosure: DisclosureObject): DisclosedChange {
  const what = disclosure.kind === 'add' ? disclosure.purpose : disclosure.type;
  return { kind: disclosure.kind, what, cause: disclosure.cause, rule: disclosure.rule.replace(/@[^@]*$/, ''), count: 1 };
}
