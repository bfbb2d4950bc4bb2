import { type RuleNames } from '../register/drift-properties.ts';
import { type DriftFacts } from '../register/drift.ts';
import { type ReportsFacts } from '../register/published-reports.ts';
import { type PageContext } from '../page-context.ts';
import {
  type CharterFacts,
  type CompareFacts,
  type InstructionsFacts,
  type OverviewFacts,
  type PackFacts,
  type PacksFacts,
  type PurposesFacts,
  type SystemFacts,
} from './transparency-facts.ts';

/** A page and its facts. */
export type TransparencyView =
  | { readonly kind: 'overview'; readonly facts: OverviewFacts }
  | { readonly kind: 'charter'; readonly facts: CharterFacts }
  | { readonly kind: 'packs'; readonly facts: PacksFacts }
  | { readonly kind: 'pack'; readonly facts: PackFacts }
  | { readonly kind: 'compare'; readonly facts: CompareFacts }
  | { readonly kind: 'instructions'; readonly facts: InstructionsFacts }
  | { readonly kind: 'purposes'; readonly facts: PurposesFacts }
  | { readonly kind: 'drift'; readonly facts: DriftFacts; readonly isStrange: boolean; readonly names: RuleNames }
  | { readonly kind: 'reports'; readonly facts: ReportsFacts }
  | { readonly kind: 'system'; readonly facts: SystemFacts };

export interface TransparencyContext extends PageContext {
  /** What was asked for and is not there; null: nothing is missing. */
  readonly missing: 'not-here' | 'unknown-version' | 'files-gone' | null;
}
