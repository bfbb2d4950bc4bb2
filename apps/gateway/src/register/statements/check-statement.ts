import { type Issue } from '@parlance/core';
import { statementSchema } from './statement.ts';

/** Every rule of the DSA Transparency Database that a statement breaks; none: it would be taken, unless its `puid` is known there. */
export function checkStatement(statement: unknown): readonly Issue[] {
  const read = statementSchema.safeParse(statement);
  if (read.success) return [];
  return read.error.issues.map(({ path, code, message }) => ({
    path: path.map(String).join('.'),
    code,
    expected: message,
    received: 'another value',
  }));
}
