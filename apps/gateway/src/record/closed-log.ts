import { CodedError } from '@parlance/core';
import { type AnswerLog } from './answer-log.ts';

/** What an operator has to set right before a server may start at all. */
const settingsAtFault: ReadonlySet<string> = new Set(['log_key_unusable', 'log_frozen', 'witness_policy_unusable', 'leaf_malformed']);

/** Whether the log itself is at fault: damaged, rolled back, forked, another's, or on a disk that cannot be written. */
export function isLogAtFault(error: unknown): error is CodedError<string> {
  if (!(error instanceof CodedError)) return false;
  const code = String(error.code);
  return /^(?:disk|journal|log)_/.test(code) && !settingsAtFault.has(code);
}

/**
 * Stands in for a log that could not be opened. Nothing is recorded, so nothing is answered; people in distress are still given their resources, marked *not recorded* (R9). That takes
 * a server which runs.
 */
export function closedLog(fault: CodedError<string>): AnswerLog {
  const refuse = () => Promise.reject(fault);
  return {
    origin: '',
    folder: '',
    policy: '',
    fault,
    published: () => ({ note: '', size: 0n }),
    shards: () => [],
    receipt: () => Promise.resolve(null),
    hasFork: () => false,
    intend: refuse,
    settle: refuse,
    addLeaves: refuse,
    putInForce: refuse,
    drain: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
