import { type DisclosureObject, type FinishReason, type TextChannel, type ToolCall, type TurnEvent } from '@parlance/wire';
import { OpenItems, type ResponseEvent } from './open-items.ts';
import { tokenBody } from '../token-body.ts';
import { itemBody, type OutputItem, type Part, partBody, type TextItem } from './output-item.ts';

type Ended = 'completed' | 'incomplete';

/**
 * Builds the output of one response from a turn. Items stand in the order in which they begin, and all stay open until the turn has ended well: text that was held back may
 * still come, and nobody may act on an item of an answer that fails.
 */
export interface ResponseOutput {
  take(event: TurnEvent): readonly ResponseEvent[];
  /** The events that end every item. */
  close(status: Ended): readonly ResponseEvent[];
  items(status: Ended): readonly Readonly<Record<string, unknown>>[];
  /** Why the upstream ended. */
  reason(): FinishReason;
}

export function startOutput(suffix: string): ResponseOutput {
  const items = new OpenItems(suffix);
  let waiting: readonly DisclosureObject[] = [];
  let reason: FinishReason = 'stop';
  const deltaOf = (channel: TextChannel, delta: string, told: Readonly<Record<string, unknown>> = {}): readonly ResponseEvent[] => {
    const { item, part, begun } = items.part(channel);
    part.text += delta;
    return [
      ...begun,
      { type: `${partEvents[part.kind]}.delta`, ...placeOf(item, part), delta, ...logprobs({ ...part, tokens: [] }), ...told },
    ];
  };
  const callEvents = (call: ToolCall): readonly ResponseEvent[] => {
    const { item, begun } = items.call(call);
    const told = waiting.length === 0 ? {} : { parlance: { disclosures: waiting } };
    waiting = [];
    const { id, place } = item;
    return [begun, { type: 'response.function_call_arguments.delta', item_id: id, output_index: place, delta: call.arguments, ...told }];
  };
  const disclosed = (disclosure: DisclosureObject): readonly ResponseEvent[] => {
    const { channel } = disclosure;
    if (channel !== 'tool' && items.has(channel)) return deltaOf(channel, '', { parlance: { disclosures: [disclosure] } });
    // It rides on the call that it is about, or the answer is refused and its end tells of it.
    waiting = [...waiting, disclosure];
    return [];
  };
  return {
    take(event) {
      if (event.kind === 'text') return deltaOf(event.channel, event.delta);
      if (event.kind === 'tool') return callEvents(event.call);
      if (event.kind === 'disclosure') return disclosed(event.disclosure);
      if (event.kind === 'logprobs') items.part('content').part.tokens = event.tokens;
      if (event.kind === 'finish') reason = event.reason;
      return [];
    },
    close: (status) => items.all.flatMap((item) => closing(item, status)),
    items: (status) => items.all.map((item) => itemBody(item, status)),
    reason: () => reason,
  };
}

const partEvents = {
  output_text: 'response.output_text',
  refusal: 'response.refusal',
  reasoning_text: 'response.reasoning_text',
} as const;

function placeOf(item: TextItem, part: Part): Readonly<Record<string, unknown>> {
  return { item_id: item.id, output_index: item.place, content_index: part.place };
}

/** Clients expect the list wherever text is told. It is filled when the text is whole. */
function logprobs({ kind, tokens }: Part): Readonly<Record<string, unknown>> {
  return kind === 'output_text' ? { logprobs: tokens.map(tokenBody) } : {};
}

function closing(item: OutputItem, status: Ended): readonly ResponseEvent[] {
  const done: ResponseEvent = { type: 'response.output_item.done', output_index: item.place, item: itemBody(item, status) };
  if (item.kind !== 'function_call') return [...item.parts.flatMap((part) => partClosing(item, part)), done];
  const { name, arguments: args } = item.call;
  return [{ type: 'response.function_call_arguments.done', item_id: item.id, output_index: item.place, name, arguments: args }, done];
}

function partClosing(item: TextItem, part: Part): readonly ResponseEvent[] {
  const text = part.kind === 'refusal' ? { refusal: part.text } : { text: part.text };
  return [
    { type: `${partEvents[part.kind]}.done`, ...placeOf(item, part), ...text, ...logprobs(part) },
    { type: 'response.content_part.done', ...placeOf(item, part), part: partBody(part) },
  ];
}
