import { z } from 'zod';
import { reader } from './chat-request.ts';
import { absent } from './unsupported.ts';

const onePrompt =
  'expected one text, or a list with one text: each answer has an ending and a receipt of its own, so each prompt is a request; tokens cannot be read';

const number = z.number().nullish();

const asked = {
  model: z.string().min(1),
  prompt: z.union([z.string(), z.array(z.string(onePrompt)).length(1, onePrompt)], onePrompt),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.int().min(1).max(16).nullish(),
  max_tokens: z.int().min(1).nullish(),
  temperature: number,
  top_p: number,
  stop: z.union([z.string(), z.array(z.string())], 'expected a text or a list of texts').nullish(),
  presence_penalty: number,
  frequency_penalty: number,
  logit_bias: z.record(z.string(), z.number()).nullish(),
  seed: z.int().nullish(),
  user: z.string().nullish(),
  parlance: reader.optional(),
};

const declined = {
  suffix: absent('the model is asked as in a chat, which has no place for what comes after; leave it out', ['']),
  echo: absent("the prompt is not the model's answer; put it before the answer yourself", [false]),
  best_of: absent('every answer that a model gives is told; ask for n', [1]),
  logprobs: absent('not supported here; ask POST /v1/chat/completions for logprobs'),
};

/**
 * What Parlance takes of OpenAI's request for a completion. The model is asked as in a chat, with the prompt as the one message of a user. What is not known is refused,
 * because it could not be passed on. Source: the OpenAI API reference, POST /v1/completions.
 */
export const completionsRequest = z.strictObject(
  { ...asked, ...declined },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `expected only ${Object.keys({ ...asked, ...declined }).join(', ')}` : 'expected an object',
  },
);
export type CompletionsRequest = z.infer<typeof completionsRequest>;
