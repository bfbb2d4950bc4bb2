import { readFileSync } from 'node:fs';
import { CodedError } from '@parlance/core';
import { parseTrust } from '../release/parse-trust.ts';
import { type Trust } from '../release/trust.ts';

/** Whose keys count, from the operator's file. Throws `trust_unusable` with every issue at its line. */
export function readTrust(path: string): Trust {
  const { trust, issues } = parseTrust(textOf(path));
  if (trust !== null) return trust;
  const reasons = issues.map(
    ({ line, column, path: field, expected, received, mend }) =>
      `  ${path}:${line}:${column} ${field}: expected ${expected}, received ${received}. ${mend}`,
  );
  throw new CodedError('trust_unusable', [`${path} cannot be used:`, ...reasons].join('\n'));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CodedError('trust_unusable', `${path}: no file that can be read; expected the operator's keys and roles, trust.yaml`, {
      cause,
    });
  }
}
