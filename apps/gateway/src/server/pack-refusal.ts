import { CodedError } from '@parlance/core';

/** Why a pack does not load: every reason, one a line. */
export function packRefusal(folder: string, reasons: readonly string[]): CodedError<'pack_not_loaded'> {
  return new CodedError('pack_not_loaded', `the pack ${folder} does not load:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
}
