import { type UpstreamEvent } from '../upstream.ts';
import { finishReason } from './finish-reason.ts';
import { speakers } from './said-message.ts';
import { readUsage, usageCounts } from './usage-counts.ts';

/**
 * The chunks that nearly all chunks are: one choice with a piece of content, the reason why it ended, or the usage. Null for every other shape, which the whole parser
 * reads: this one knows so little that it can let nothing pass.
 *
 *     {"id": ..., "choices": [{"index": 0, "delta": {"content": "text"}, "finish_reason": null}], "usage": null}
 */
export function readPlainChunk(value: unknown): readonly UpstreamEvent[] | null {
  if (!isPlain(value, chunkMembers)) return null;
  const { choices, usage } = value;
  if (!Array.isArray(choices) || choices.length > 1) return null;
  const said = choices.length === 0 ? [] : readChoice(choices[0]);
  if (said === null || usage === null || usage === undefined) return said;
  const counted = usageCounts.safeParse(usage);
  return counted.success ? [...said, { kind: 'usage', usage: readUsage(counted.data) }] : null;
}

function readChoice(choice: unknown): readonly UpstreamEvent[] | null {
  if (!isPlain(choice, choiceMembers) || choice['index'] !== 0) return null;
  const { delta, finish_reason: written } = choice;
  if (!isDelta(delta)) return null;
  const { content } = delta;
  const events: UpstreamEvent[] = [];
  if (typeof content === 'string') {
    if (content !== '') events.push({ kind: 'text', choice: 0, channel: 'content', delta: content });
  } else if (content !== null && content !== undefined) return null;
  if (written === null || written === undefined) return events;
  const reason = typeof written === 'string' ? finishReason(written) : null;
  if (reason === null) return null;
  events.push({ kind: 'finish', choice: 0, reason });
  return events;
}

/** The members that are read, and those that carry no text for readers whatever their values. */
const chunkMembers = new Set(['choices', 'usage', 'id', 'object', 'created', 'model', 'system_fingerprint', 'service_tier']);
const choiceMembers = new Set(['index', 'delta', 'finish_reason']);
const deltaMembers = new Set(['content', 'role']);

function isDelta(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlain(value, deltaMembers) && speakers.has(value['role']);
}

/** An object in which everything else is null. */
function isPlain(value: unknown, members: ReadonlySet<string>): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  for (const name in value) if (!members.has(name) && Reflect.get(value, name) !== null) return false;
  return true;
}
