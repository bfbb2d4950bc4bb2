import { CodedError } from '@parlance/core';
import { type LogFaultCode } from '@parlance/log/node';
import { codeOf, storeError, type StoreErrorCode } from '../store/store-error.ts';

/** Everything that can be wrong with a journal in a database. Codes that a journal in files has too mean the same here. */
export type JournalFaultCode =
  | Extract<LogFaultCode, `disk_${string}` | `journal_${string}` | 'record_refused'>
  | Extract<StoreErrorCode, 'store_unavailable' | 'store_newer'>
  /** Another drainer has the lease, or it was released. Nothing was changed. */
  | 'lease_lost'
  /** A cursor that goes back, or beyond the journal. */
  | 'cursor_refused';

export interface JournalFault<Code extends JournalFaultCode = JournalFaultCode> {
  readonly code: Code;
  readonly shard: string;
  readonly expected: string;
  readonly received: string;
  /** What an operator can do. */
  readonly remedy: string;
  readonly cause?: unknown;
}

export function journalFault<Code extends JournalFaultCode>(fault: JournalFault<Code>): CodedError<Code> {
  const { code, shard, expected, received, remedy, cause } = fault;
  return new CodedError(code, `journal ${shard}: expected ${expected}, found ${received}; ${remedy}`, cause === undefined ? {} : { cause });
}

type DiskCode = Extract<LogFaultCode, `disk_${string}`>;

/** SQLSTATE (PostgreSQL, appendix A) of what a disk does to a database. */
const diskFaults: Readonly<Record<string, readonly [DiskCode, string]>> = {
  '53100': ['disk_full', 'free space on the database server, then open the journal again'],
  '25006': ['disk_read_only', 'connect to the primary server, then open the journal again'],
  '58030': ['disk_failed', 'check the disk of the database server'],
  XX001: ['disk_failed', 'check the disk of the database server and restore a backup'],
  XX002: ['disk_failed', 'check the disk of the database server and rebuild the index'],
};

/** What went wrong, by its code alone: drivers put statements, parameters and addresses into their errors, so that these go no further. */
export function databaseFault(shard: string, error: unknown): CodedError<JournalFaultCode> {
  if (isJournalFault(error)) return error;
  const sqlState = codeOf(error) ?? '';
  const [code, remedy] = diskFaults[sqlState] ?? [];
  if (code === undefined || remedy === undefined)
    return new CodedError('store_unavailable', `journal ${shard}: ${storeError(error).message}`);
  return journalFault({ code, shard, expected: 'a database that can be written', received: sqlState, remedy });
}

/** Waits for the database; a failure comes out as a `JournalFaultCode`. */
export async function answered<Value>(shard: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw databaseFault(shard, error);
  }
}

function isJournalFault(error: unknown): error is CodedError<JournalFaultCode> {
  return error instanceof CodedError;
}
