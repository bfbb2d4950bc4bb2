import { type LanguageSource } from '../language/readers-language.ts';
import { type Position } from '../pack.ts';

/** Who can say a value, from the farthest from the reader to the nearest. */
export const speakers = ['charter', 'country', 'sector', 'organisation', 'developer', 'user'] as const;
export type Speaker = (typeof speakers)[number];

/** Who set a value, and where. The position is null when no pack file says it. */
export interface Origin {
  readonly layer: Speaker;
  readonly position: Position | null;
  /** How a person's language or script is known, when it was read and not chosen in the call itself. */
  readonly via?: LanguageSource;
}

/** What one speaker says. A resolved value is a statement too: the one that won. */
export interface Statement<Value> {
  readonly value: Value;
  readonly origin: Origin;
}

/** At least one statement, in any order. */
export type Statements<Value> = readonly [Statement<Value>, ...Statement<Value>[]];

/** 0 for the charter, the highest for the user. */
export function rankOf(statement: Statement<unknown>): number {
  return speakers.indexOf(statement.origin.layer);
}
