import { readFileSync } from 'node:fs';
import { CodedError } from '@parlance/core';
import { type OrganisationValues } from '../organisation/organisation.ts';
import { parseOrganisation } from '../organisation/parse-organisation.ts';
import { type Pack } from '../pack.ts';

/** Reads the organisation's file. Throws `organisation_unusable` with every issue at its line: a limit that was misspelt must not be thought to hold. */
export function readOrganisation(path: string, pack: Pack): OrganisationValues {
  const { organisation, issues } = parseOrganisation(bytesOf(path), path, pack);
  if (organisation !== null) return organisation.values;
  const reasons = issues.map(
    ({ file, line, column, path: field, expected, received, mend }) =>
      `  ${file}:${line}:${column} ${field}: expected ${expected}, received ${received}. ${mend}`,
  );
  throw new CodedError('organisation_unusable', `the organisation's file does not load:\n${reasons.join('\n')}`);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new CodedError('organisation_unusable', `${path}: no file that can be read; expected the YAML file of the organisation`);
  }
}
