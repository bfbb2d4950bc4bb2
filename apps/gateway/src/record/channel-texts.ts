import { canonicalJson, type JsonValue } from '@parlance/core';
import { type ChannelText } from '@parlance/log';
import { type ChatMessage, type ToolCall } from '@parlance/wire';

/** The order in which a commitment names the channels of a choice. */
const channelOrder = ['reasoning', 'content', 'refusal', 'tool'] as const;
type SpokenChannel = (typeof channelOrder)[number];

/** Collects what each channel of each choice said, however it was cut. */
export class ChannelTexts {
  readonly #texts = new Map<number, Map<SpokenChannel, string>>();
  readonly #calls = new Map<number, ToolCall[]>();

  add(choice: number, channel: SpokenChannel, text: string): void {
    const texts = this.#texts.get(choice) ?? new Map<SpokenChannel, string>();
    texts.set(channel, (texts.get(channel) ?? '') + text);
    this.#texts.set(choice, texts);
  }

  addCall(choice: number, call: ToolCall): void {
    const calls = this.#calls.get(choice) ?? [];
    calls.push(call);
    this.#calls.set(choice, calls);
  }

  /** By choice, then reasoning, content, refusal, tool: an order that nobody has to remember. Tool calls are one text of canonical JSON. */
  all(): readonly ChannelText[] {
    for (const [choice, calls] of this.#calls) this.add(choice, 'tool', callsText(calls));
    this.#calls.clear();
    return [...this.#texts.keys()]
      .sort((left, right) => left - right)
      .flatMap((choice) =>
        channelOrder.flatMap((channel) => {
          const text = this.#texts.get(choice)?.get(channel);
          return text === undefined ? [] : [{ choice, channel, text: text.toWellFormed() }];
        }),
      );
  }
}

/** `[{"arguments":"{}","id":"call_1","name":"f"}]`, in the order of the answer. */
function callsText(calls: readonly ToolCall[]): string {
  return canonicalJson(
    calls.map(({ id, name, arguments: args }) => ({
      id: id.toWellFormed(),
      name: name.toWellFormed(),
      arguments: args.toWellFormed(),
    })),
  );
}

/** What was asked, one text per message: its content, or the canonical JSON of the message when it is more than text. The role stands where a channel would. */
export function requestTexts(messages: readonly ChatMessage[]): readonly ChannelText[] {
  return messages.map((message, choice) => ({ choice, channel: message.role, text: messageText(message).toWellFormed() }));
}

function messageText(message: ChatMessage): string {
  const members = Object.keys(message).filter((name) => name !== 'role' && name !== 'content');
  return typeof message.content === 'string' && members.length === 0 ? message.content : canonicalJson(wellFormed(message));
}

/** Lone surrogates are no text; canonical JSON has no form for them. The depth of a request is bounded. */
function wellFormed(value: unknown): JsonValue {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return null;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name.toWellFormed(), wellFormed(member)]));
}
