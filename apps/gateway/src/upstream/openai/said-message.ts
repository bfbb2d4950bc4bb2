import { z } from 'zod';
import { type UpstreamEvent } from '../upstream.ts';
import { reasoningDetails, textOfDetails } from './reasoning-details.ts';

const toolCall = z.looseObject({
  index: z.int().nonnegative().optional(),
  id: z.string().nullish(),
  type: z.enum(['function', '']).nullish(),
  function: z.looseObject({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});

/** Names by which servers say that the model speaks. */
export const speakers: ReadonlySet<unknown> = new Set([undefined, null, '', 'assistant', 'model']);

/** What a chunk or a whole answer says in one choice. */
export const saidMessage = z.looseObject({
  role: z
    .unknown()
    .refine((role) => speakers.has(role))
    .optional(),
  content: z.string().nullish(),
  refusal: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  reasoning: z.string().nullish(),
  reasoning_details: reasoningDetails.nullish(),
  tool_calls: z.array(toolCall).nullish(),
});
export type SaidMessage = z.infer<typeof saidMessage>;

/** Members that are read, or carry no text for readers. Any other member that is not empty makes the shape unknown, and an unknown shape is refused. */
const messageMembers = new Set(['role', 'content', 'refusal', 'reasoning_content', 'reasoning', 'reasoning_details', 'tool_calls']);
const callMembers = new Set(['index', 'id', 'type', 'function']);
const functionMembers = new Set(['name', 'arguments']);

export function isUnknown(message: SaidMessage): boolean {
  if (hasUnknownText(message, messageMembers) || hasTwoReasonings(message)) return true;
  const calls = message.tool_calls ?? [];
  return calls.some((call) => hasUnknownText(call, callMembers) || hasUnknownText(call.function ?? {}, functionMembers));
}

export function readMessage(message: SaidMessage, choice: number): readonly UpstreamEvent[] {
  const texts = [
    ['reasoning', reasoningsOf(message)[0]],
    ['content', message.content],
    ['refusal', message.refusal],
  ] as const;
  const events: UpstreamEvent[] = texts.flatMap(([channel, delta]) => (isFilled(delta) ? [{ kind: 'text', choice, channel, delta }] : []));
  for (const [place, call] of (message.tool_calls ?? []).entries()) {
    events.push({
      kind: 'tool',
      choice,
      index: call.index ?? place,
      id: call.id ?? null,
      name: call.function?.name ?? null,
      delta: call.function?.arguments ?? '',
    });
  }
  return events;
}

/** Some servers say the same reasoning under several names; when two differ, one of them would go unread. */
function hasTwoReasonings(message: SaidMessage): boolean {
  return new Set(reasoningsOf(message)).size > 1;
}

function reasoningsOf({ reasoning_content: first, reasoning: second, reasoning_details: details }: SaidMessage): readonly string[] {
  return [first, second, textOfDetails(details ?? [])].filter(isFilled);
}

export function isFilled(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}

function hasUnknownText(members: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): boolean {
  return Object.entries(members).some(([name, value]) => !known.has(name) && !isEmpty(value));
}

export function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || typeof value === 'boolean' || (Array.isArray(value) && value.length === 0)
  );
}
