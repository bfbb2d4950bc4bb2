import { z } from 'zod';
import { reader } from './chat-request.ts';
import { absent, unsupported } from './unsupported.ts';

const nothingKept = 'nothing is kept here';

const textPart = z.object({ type: z.enum(['input_text', 'output_text', 'text']), text: z.string() });
const refusalPart = z.object({ type: z.literal('refusal'), refusal: z.string() });
const imagePart = z.object({
  type: z.literal('input_image'),
  image_url: z.string(`expected the address of the image: ${nothingKept}, so no file_id can be known`),
  detail: z.string().nullish(),
});
const filePart = z.object({
  type: z.literal('input_file'),
  file_data: z.string(`expected the file itself, in base64: ${nothingKept}, so no file_id can be known`),
  filename: z.string().nullish(),
});
const part = z.discriminatedUnion('type', [textPart, refusalPart, imagePart, filePart], {
  error: 'expected a part of type input_text, output_text, refusal, input_image or input_file',
});
export type ResponsesPart = z.infer<typeof part>;

const content = z.union([z.string(), z.array(part)]);

const message = z.object({ type: z.literal('message'), role: z.enum(['user', 'assistant', 'system', 'developer']), content });
const functionCall = z.object({ type: z.literal('function_call'), call_id: z.string(), name: z.string().min(1), arguments: z.string() });
const functionCallOutput = z.object({ type: z.literal('function_call_output'), call_id: z.string(), output: content });
/** What a model thought in an earlier answer. */
const reasoningItem = z.object({ type: z.literal('reasoning') });

const item = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && !('type' in value) ? { ...value, type: 'message' } : value),
  z.discriminatedUnion('type', [message, functionCall, functionCallOutput, reasoningItem], {
    error: `expected a message, function_call, function_call_output or reasoning item: ${nothingKept}, and tools are run by who asks`,
  }),
);
export type ResponsesItem = z.infer<typeof item>;

const tool = z.object({
  type: z
    .string()
    .refine((type) => type === 'function', unsupported('only tools of type "function", which who asks runs, are supported; leave it out')),
  name: z.string().min(1),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
});

const choiceExpected = 'expected none, auto, required or {"type": "function", "name": ...}';
const toolChoice = z.union(
  [z.enum(['none', 'auto', 'required']), z.object({ type: z.literal('function', choiceExpected), name: z.string().min(1) })],
  choiceExpected,
);

const format = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('text') }),
    z.object({ type: z.literal('json_object') }),
    z.object({
      type: z.literal('json_schema'),
      name: z.string().min(1),
      schema: z.record(z.string(), z.unknown()),
      description: z.string().nullish(),
      strict: z.boolean().nullish(),
    }),
  ],
  { error: 'expected type text, json_object or json_schema' },
);

const member = { string: z.string().nullish(), flag: z.boolean().nullish(), number: z.number().nullish() };

/** What is taken and leaves with the question. */
const asked = {
  model: z.string().min(1),
  input: z.union([z.string().min(1), z.array(item).min(1)], 'expected a text or a list of items'),
  instructions: member.string,
  stream: member.flag,
  max_output_tokens: z.int().min(1).nullish(),
  temperature: member.number,
  top_p: member.number,
  text: z.object({ format: format.nullish(), verbosity: z.string().nullish() }).nullish(),
  reasoning: z.object({ effort: z.string().nullish(), summary: z.string().nullish() }).nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: member.flag,
  user: member.string,
  safety_identifier: member.string,
  prompt_cache_key: member.string,
  service_tier: member.string,
  /** Given back with the answer, and told to nobody else. */
  metadata: z.record(z.string(), z.string()).nullish(),
  parlance: reader.optional(),
};

/** What is taken only as long as it asks for nothing. */
const declined = {
  store: absent(`${nothingKept}; send store: false or leave it out`, [false]),
  background: absent(`${nothingKept}, so an answer comes at once or as a stream; leave it out`, [false]),
  previous_response_id: absent(`${nothingKept}; send the whole conversation as input`),
  conversation: absent(`${nothingKept}; send the whole conversation as input`),
  prompt: absent(`${nothingKept}; send the text of the prompt as instructions or input`),
  truncation: absent('nothing is cut from a conversation here; shorten input yourself', ['disabled']),
  context_management: absent('nothing is cut from a conversation here; shorten input yourself'),
  max_tool_calls: absent('it counts tools that are run by the server, and none are; leave it out'),
  top_logprobs: absent('not supported, because the words that a model did not choose would pass the screen unread; leave it out', [0]),
  moderation: absent('not supported; leave it out'),
  prompt_cache_options: absent('not supported; leave it out'),
  prompt_cache_retention: absent('not supported; leave it out'),
  n: absent('there is one answer to each request here; ask again for another'),
};

const streamOptions = z.strictObject({ include_obfuscation: absent('nothing is padded here; leave it out', [false]) });

/** What answers are asked to have beside what they have anyway. There is no encrypted reasoning here, so asking for it changes nothing. */
const included: readonly string[] = ['message.output_text.logprobs', 'reasoning.encrypted_content'];
const include = z.array(
  z.string().refine((name) => included.includes(name), unsupported(`only ${included.join(' and ')} may be named; leave it out`)),
);

/**
 * What Parlance takes of OpenAI's request for a response. What would need something kept, or something that only OpenAI's servers run, is refused by name; so is what is not
 * known, because it could not be passed on. Source: the OpenAI API reference, POST /v1/responses.
 */
export const responsesRequest = z.strictObject(
  { ...asked, ...declined, stream_options: streamOptions.nullish(), include: include.nullish() },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `expected only ${Object.keys({ ...asked, ...declined }).join(', ')}, stream_options and include`
        : 'expected an object',
  },
);
export type ResponsesRequest = z.infer<typeof responsesRequest>;
