import { CodedError } from '@parlance/core';

/** Why a safeguard gave no verdict. */
const judgeFaults = ['judge_slow', 'judge_down', 'judge_nonsense'] as const;
export type JudgeFault = (typeof judgeFaults)[number];

/** What the server said stays out of it: it may repeat what people wrote. */
export function judgeFault(code: JudgeFault): CodedError<JudgeFault> {
  return new CodedError(code, meanings[code]);
}

/** Whatever breaks an exchange is one of the three. */
export function faultOf(error: unknown): JudgeFault {
  if (error instanceof CodedError) return judgeFaults.find((code) => code === error.code) ?? 'judge_down';
  return error instanceof Error && error.name === 'TimeoutError' ? 'judge_slow' : 'judge_down';
}

const meanings: Readonly<Record<JudgeFault, string>> = {
  judge_slow: 'the verdict did not come in time',
  judge_down: 'the safeguard cannot be reached or refuses',
  judge_nonsense: 'the safeguard answers with something else than a verdict',
};
