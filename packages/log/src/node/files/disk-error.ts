import { type CodedError } from '@parlance/core';
import { logFault, type LogFaultCode } from '../log-fault.ts';

export type DiskErrorCode = Extract<LogFaultCode, `disk_${string}`>;

/** The operating system's name of an error, such as `ENOSPC`. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

export interface FailedOperation {
  readonly operation: string;
  readonly path: string;
  /** `ENOSPC`, `EROFS` ...; null when the file system gave none. */
  readonly errno: string | null;
  readonly cause?: unknown;
}

export function diskError({ operation, path, errno, cause }: FailedOperation): CodedError<DiskErrorCode> {
  const [code, remedy] = diagnosisOf(errno);
  return logFault({ code, path, expected: `to ${operation}`, received: errno ?? 'an unknown error', remedy, cause });
}

function diagnosisOf(errno: string | null): readonly [DiskErrorCode, string] {
  if (errno === 'ENOSPC' || errno === 'EDQUOT' || errno === 'EFBIG')
    return ['disk_full', 'free space or raise the quota, then start again'];
  if (errno === 'EROFS' || errno === 'EACCES' || errno === 'EPERM') {
    return ['disk_read_only', 'mount it writable and give this process the right to write, then start again'];
  }
  return ['disk_failed', 'check the disk and its mount, then start again'];
}
