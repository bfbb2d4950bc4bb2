import { readFileSync } from 'node:fs';
import { CodedError } from '@parlance/core';
import { parseTrust, type Trust } from '@parlance/pack';

/** Whose keys count, from the operator's file. Throws `trust_unusable` with every reason. */
export function readTrust(path: string): Trust {
  const { trust, issues } = parseTrust(textOf(path));
  if (trust !== null) return trust;
  const reasons = issues.map(({ path: field, expected, received }) => `  ${field}: expected ${expected}, received ${received}`);
  throw new CodedError('trust_unusable', [`${path}: nobody's keys can be read from it:`, ...reasons].join('\n'));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CodedError('trust_unusable', `${path}: no file that can be read; check PARLANCE_TRUST`);
  }
}
