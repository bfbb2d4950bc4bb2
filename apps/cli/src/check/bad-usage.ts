import { CodedError } from '@parlance/core';

export function badUsage(option: string, expected: string, received: string): CodedError<'bad_usage'> {
  return new CodedError('bad_usage', `${option}: expected ${expected}, received ${received.slice(0, 40)}`);
}
