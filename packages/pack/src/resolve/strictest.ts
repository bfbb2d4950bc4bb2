import { rankOf, type Statement, type Statements } from './statement.ts';

/** Negative when `one` is the stricter value, positive when `other` is, 0 when they are equally strict. */
export type Strictness<Value> = (one: Value, other: Value) => number;

/**
 * Combines limits: the strictest value wins, whoever said it, so that nothing below removes a limit.
 * Of equally strict statements the one of the highest authority is named as the origin.
 */
export function strictest<Value>(statements: Statements<Value>, strictness: Strictness<Value>): Statement<Value> {
  return statements.reduce((best, statement) => {
    const order = strictness(statement.value, best.value);
    return order < 0 || (order === 0 && rankOf(statement) < rankOf(best)) ? statement : best;
  });
}

/** The shorter time, the smaller amount. */
export const smaller: Strictness<number> = (one, other) => one - other;
