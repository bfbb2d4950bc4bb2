import { z } from 'zod';

/** Parameters of an issue: what was sent is well formed and cannot be done here. The message says what to do instead. */
export interface UnsupportedIssue {
  readonly isUnsupported: true;
}

export function unsupported(mend: string): { readonly error: string; readonly params: UnsupportedIssue } {
  return { error: mend, params: { isUnsupported: true } };
}

/** A member that is refused unless it is missing, null or one of the values that ask for nothing. */
export function absent(mend: string, nothing: readonly unknown[] = []) {
  return z
    .unknown()
    .refine((value) => value === undefined || value === null || nothing.includes(value), unsupported(mend))
    .optional();
}
