import { type TransparencyContext } from '../transparency/transparency-context.ts';
import { type DriftFacts } from './drift.ts';

/** What the parts of the page on drift need. */
export interface DriftProperties {
  readonly context: TransparencyContext;
  readonly facts: DriftFacts;
}
