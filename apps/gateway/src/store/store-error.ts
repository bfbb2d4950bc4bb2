import { CodedError } from '@parlance/core';

export type StoreErrorCode =
  /** The database is away, refuses, or has no room. */
  | 'store_unavailable'
  /** The database was made by a newer version of Parlance. */
  | 'store_newer'
  | 'unknown_tenant'
  /** The key of an objection's texts is not in this server's folder. */
  | 'objection_sealed'
  /** The server ends while usage could not be written. */
  | 'usage_unwritten';

/** SQLSTATE (PostgreSQL, appendix A) or the code of Node, and what an operator can do about it. */
const hints: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; is the database running?',
  ENOENT: 'there is no such socket; is the database running?',
  ENOTFOUND: 'the host name of DATABASE_URL is not known',
  ETIMEDOUT: 'the database did not answer in time',
  '28P01': 'the password of DATABASE_URL is not accepted',
  '28000': 'the role of DATABASE_URL may not connect',
  '3D000': 'the database of DATABASE_URL does not exist; create it first',
  '42501': 'the role of DATABASE_URL may not do this; it should own the database',
  '53100': 'the disk is full',
  '53300': 'the database has no free connection',
};

/**
 * What went wrong, by its code alone. Drivers put statements, parameters and rows into their errors, so that neither their
 * message nor the error itself goes any further.
 */
export function storeError(error: unknown): CodedError<StoreErrorCode> {
  if (isStoreError(error)) return error;
  const code = codeOf(error);
  const hint = code === null ? undefined : hints[code];
  return new CodedError('store_unavailable', `the database failed (${code ?? 'no code'})${hint === undefined ? '' : `: ${hint}`}`);
}

/** Waits for the database; a failure comes out as a `StoreErrorCode`. */
export async function answered<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw storeError(error);
  }
}

/** SQLSTATE or the code of Node, when the error has one. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' && /^[0-9A-Z_]{1,40}$/.test(error.code) ? error.code : null;
}

function isStoreError(error: unknown): error is CodedError<StoreErrorCode> {
  return error instanceof CodedError;
}
