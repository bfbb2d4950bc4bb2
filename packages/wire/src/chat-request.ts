import { z } from 'zod';

const textPart = z.looseObject({ type: z.literal('text'), text: z.string() });
const otherPart = z.looseObject({ type: z.string() });

const message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(z.union([textPart, otherPart])), z.null()]).optional(),
});
export type ChatMessage = z.infer<typeof message>;

/**
 * The part of OpenAI's chat completion request that Parlance reads. Fields it does not know pass through to the upstream.
 * Source: the OpenAI API reference, POST /v1/chat/completions.
 */
export const chatRequest = z.looseObject({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.int().min(1).max(16).nullish(),
  response_format: z.looseObject({ type: z.string() }).nullish(),
  tools: z.array(z.looseObject({ type: z.string() })).nullish(),
  /** What the caller says of the reader. Nothing here can loosen a limit. */
  parlance: z
    .strictObject({
      language: z.string().min(2).max(35).optional(),
      sector: z.string().min(1).max(64).optional(),
    })
    .optional(),
});
export type ChatRequest = z.infer<typeof chatRequest>;
