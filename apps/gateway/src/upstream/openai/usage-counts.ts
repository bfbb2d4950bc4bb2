import { type Usage } from '@parlance/wire';
import { z } from 'zod';

/** Some servers count in fractions. A part of a token is counted as a token, because nothing else in the house counts in parts. */
const count = z.number().nonnegative().max(Number.MAX_SAFE_INTEGER).transform(Math.ceil).nullish();

/** What an upstream says of the tokens that an answer used. Counts that it leaves out are none, and a total that it leaves out is the sum. */
export const usageCounts = z.looseObject({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  prompt_tokens_details: z.looseObject({ cached_tokens: count }).nullish(),
  completion_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish(),
});

export function readUsage(given: z.infer<typeof usageCounts>): Usage {
  const prompt = given.prompt_tokens ?? 0;
  const completion = given.completion_tokens ?? 0;
  const cached = given.prompt_tokens_details?.cached_tokens ?? null;
  const reasoning = given.completion_tokens_details?.reasoning_tokens ?? null;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: given.total_tokens ?? prompt + completion,
    ...(cached === null ? {} : { prompt_tokens_details: { cached_tokens: cached } }),
    ...(reasoning === null ? {} : { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}
