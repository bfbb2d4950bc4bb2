import { type TokenLogprob } from '@parlance/wire';

/** A token in OpenAI's form. What the model did not choose is never told. */
export function tokenBody({ token, logprob, bytes }: TokenLogprob): Readonly<Record<string, unknown>> {
  return { token, logprob, bytes, top_logprobs: [] };
}
