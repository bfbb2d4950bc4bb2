import { CodedError } from '@parlance/core';

/** The outcome of some work, or `record_overdue` when it does not come in time: a disk that hangs is as good as one that fails. */
export async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new CodedError('record_overdue', `the journal did not answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, overdue]);
  } finally {
    clearTimeout(timer);
  }
}

export function isOverdue(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'record_overdue';
}
