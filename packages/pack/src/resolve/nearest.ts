import { rankOf, type Statement, type Statements } from './statement.ts';

/**
 * Combines defaults: the speaker nearest to the reader wins (user, developer, organisation, sector, country, charter).
 * The order of the list does not matter; of two statements by one speaker the first counts.
 */
export function nearest<Value>(statements: Statements<Value>): Statement<Value> {
  return statements.reduce((best, statement) => (rankOf(statement) > rankOf(best) ? statement : best));
}
