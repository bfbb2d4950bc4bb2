import { ageBands, guidelines } from '@parlance/charter';
import { z } from 'zod';

const scriptExpected = 'expected a script (ISO 15924), for example Latn';

const textPart = z.looseObject({ type: z.literal('text'), text: z.string() });
const otherPart = z.looseObject({ type: z.string() });

const message = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(z.union([textPart, otherPart])), z.null()]).optional(),
});
export type ChatMessage = z.infer<typeof message>;

function knob<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, `expected one of ${values.join(', ')}`).optional();
}

const [register, address, readingLevel] = guidelines;

const readerMembers = {
  /** BCP 47. */
  language: z.string('expected a language tag (BCP 47), such as et').min(2).max(35).optional(),
  sector: z.string().min(1).max(64).optional(),
  /** ISO 15924. Which ones a language offers, the pack says. */
  script: z
    .string(scriptExpected)
    .regex(/^[A-Z][a-z]{3}$/, scriptExpected)
    .optional(),
  register: knob(register.values),
  address: knob(address.values),
  reading_level: knob(readingLevel.values),
  /** For whom the answer is, by age. It can switch under-18 mode on and never off. */
  age_band: knob(ageBands),
};

export const reader = z.strictObject(readerMembers, {
  error: (issue) => (issue.code === 'unrecognized_keys' ? `expected only ${Object.keys(readerMembers).join(', ')}` : 'expected an object'),
});

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
  logprobs: z.boolean().nullish(),
  response_format: z.looseObject({ type: z.string() }).nullish(),
  tools: z.array(z.looseObject({ type: z.string() })).nullish(),
  /** What the caller says of the reader. Nothing here can loosen a limit. */
  parlance: reader.optional(),
});
export type ChatRequest = z.infer<typeof chatRequest>;
