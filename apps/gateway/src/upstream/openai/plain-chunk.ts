import { type UpstreamEvent } from '../upstream.ts';

/**
 * The chunk that nearly every chunk is, of one choice with one piece of content. Null for every other shape, which the whole parser reads: this one knows so little
 * that it can let nothing pass.
 *
 *     {"id": ..., "object": ..., "choices": [{"index": 0, "delta": {"content": "text"}, "finish_reason": null}]}
 */
export function readPlainChunk(value: unknown): UpstreamEvent | null {
  if (!isPlain(value, chunkMembers)) return null;
  const { choices } = value;
  if (!Array.isArray(choices) || choices.length !== 1) return null;
  const choice: unknown = choices[0];
  if (!isPlain(choice, choiceMembers) || choice['index'] !== 0) return null;
  const { delta } = choice;
  if (!isPlain(delta, deltaMembers)) return null;
  const { content } = delta;
  return typeof content === 'string' && content !== '' ? { kind: 'text', choice: 0, channel: 'content', delta: content } : null;
}

/** The members that are read, and those that carry no text for readers whatever their values. */
const chunkMembers = new Set(['choices', 'id', 'object', 'created', 'model', 'system_fingerprint', 'service_tier']);
const choiceMembers = new Set(['index', 'delta']);
const deltaMembers = new Set(['content', 'role']);

/** An object in which everything else is null. */
function isPlain(value: unknown, members: ReadonlySet<string>): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  for (const name in value) if (!members.has(name) && Reflect.get(value, name) !== null) return false;
  return true;
}
