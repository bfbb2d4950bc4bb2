import { z } from 'zod';
import { type UpstreamEvent } from '../upstream.ts';
import { finishReason } from './finish-reason.ts';
import { readPlainChunk } from './plain-chunk.ts';
import { isEmpty, isFilled, isUnknown, readMessage, saidMessage } from './said-message.ts';
import { choiceLogprobs, tokensOf } from './token-logprobs.ts';
import { readUsage, usageCounts } from './usage-counts.ts';

const choice = z.looseObject({
  index: z.int().min(0).max(127).optional(),
  delta: saidMessage.nullish(),
  message: saidMessage.nullish(),
  finish_reason: z.string().nullish(),
  logprobs: choiceLogprobs,
});

/** A streamed chunk or a whole chat completion: they differ only in `delta` and `message`. */
const completion = z.looseObject({ choices: z.array(choice), usage: usageCounts.nullish() });

const malformed: UpstreamEvent = {
  kind: 'fault',
  code: 'upstream_malformed',
  message: 'the upstream sent a shape that is not a chat completion',
};

const failed: UpstreamEvent = { kind: 'fault', code: 'upstream_unavailable', message: 'the upstream reported an error while answering' };
const truncated: UpstreamEvent = { kind: 'fault', code: 'upstream_truncated', message: 'the upstream broke off its answer' };

/** Reasons by which servers say that they gave up: vLLM, OpenRouter, DeepSeek and others. */
const broken: ReadonlySet<string> = new Set(['error', 'abort', 'aborted', 'cancelled', 'canceled', 'insufficient_system_resource']);

/** The one parser of what an OpenAI-compatible server says. */
export function readCompletion(value: unknown): readonly UpstreamEvent[] {
  return readPlainChunk(value) ?? readAny(value);
}

/** Reads every shape; `readCompletion` gives the same and is quick where nearly every chunk is the same. */
export function readAny(value: unknown): readonly UpstreamEvent[] {
  if (hasError(value)) return [failed];
  const parsed = completion.safeParse(value);
  if (!parsed.success) return [malformed];
  if (hasStrayText(parsed.data)) return [malformed];
  const { choices, usage: counted } = parsed.data;
  const events = choices.flatMap((each, place) => readChoice(each, each.index ?? place));
  const fault = events.find(({ kind }) => kind === 'fault');
  if (fault !== undefined) return [fault];
  return counted === null || counted === undefined ? events : [...events, { kind: 'usage', usage: readUsage(counted) }];
}

function readChoice(each: z.infer<typeof choice>, index: number): readonly UpstreamEvent[] {
  if (hasError(each)) return [failed];
  if (hasStrayText(each)) return [malformed];
  const messages = [each.delta, each.message].filter((message) => message !== null && message !== undefined);
  if (messages.some(isUnknown)) return [malformed];
  const tokens = tokensOf(each.logprobs);
  const said = messages
    .flatMap((message) => readMessage(message, index))
    .map((event) => (tokens.length > 0 && isContent(event) ? { ...event, tokens } : event));
  return isFilled(each.finish_reason) ? [...said, finishEvent(index, each.finish_reason)] : said;
}

function isContent(event: UpstreamEvent): event is UpstreamEvent & { readonly kind: 'text' } {
  return event.kind === 'text' && event.channel === 'content';
}

/** Where other protocols put what is said. Beside a message it would go unread, and an answer that lost a part must not end well. */
const strayMembers = ['text', 'output_text', 'content', 'reasoning', 'reasoning_content', 'refusal'] as const;

function hasStrayText(value: Readonly<Record<string, unknown>>): boolean {
  return strayMembers.some((member) => !isEmpty(value[member]));
}

function hasError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'error' in value && value.error !== null && value.error !== undefined;
}

function finishEvent(choiceIndex: number, written: string): UpstreamEvent {
  if (broken.has(written)) return truncated;
  const reason = finishReason(written.toLowerCase());
  return reason === null ? malformed : { kind: 'finish', choice: choiceIndex, reason };
}
