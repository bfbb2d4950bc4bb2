import { type TokenLogprob } from '@parlance/wire';
import { z } from 'zod';

const token = z.looseObject({
  token: z.string(),
  logprob: z.number(),
  bytes: z.array(z.int().min(0).max(255)).nullish(),
});

/** What a choice says of its tokens. Anything else than tokens of its content is not read, and told to nobody. */
export const choiceLogprobs = z
  .looseObject({ content: z.array(token).nullish() })
  .nullish()
  .catch(null);

/** The tokens by their bytes, which alone say what they stand for: the word that stands beside the bytes is not believed. */
export function tokensOf(logprobs: z.infer<typeof choiceLogprobs>): readonly TokenLogprob[] {
  return (logprobs?.content ?? []).map(({ token: word, logprob, bytes }) => {
    const written = bytes ?? [...Buffer.from(word, 'utf8')];
    return { token: Buffer.from(written).toString('utf8'), logprob, bytes: written };
  });
}
