import { type TransparencyContext } from '../transparency/transparency-context.ts';
import { type DriftFacts } from './drift.ts';

/** What the log says in codes, in words and with the way to more. */
export interface RuleNames {
  typeName(type: string): string;
  /** Where the pack in force has the rule; null: it has none of this id. */
  packPage(rule: string): string | null;
}

/** What the parts of the page on drift need. */
export interface DriftProperties {
  readonly context: TransparencyContext;
  readonly facts: DriftFacts;
  readonly names: RuleNames;
}
