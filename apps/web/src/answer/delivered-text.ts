import { type ChannelText } from '@parlance/log/verify';
import { type ToolCall, type TurnEvent } from '@parlance/wire';

/** The order in which a commitment names the channels of a choice. */
const channels = ['reasoning', 'content', 'refusal', 'tool'] as const;
type Channel = (typeof channels)[number];

/** Collects what was delivered, in the form that the commitment of a receipt is made over: by choice, then by channel. The HTML is only a picture of it. */
export interface DeliveredText {
  add(event: TurnEvent): void;
  /** JSON that `parlance verify --delivered` and the verifying page read. */
  json(): string;
}

export function createDeliveredText(): DeliveredText {
  const texts = new Map<number, Map<Channel, string>>();
  const calls = new Map<number, readonly ToolCall[]>();
  const of = (choice: number): Map<Channel, string> => {
    const known = texts.get(choice) ?? new Map<Channel, string>();
    texts.set(choice, known);
    return known;
  };
  return {
    add(event) {
      if (event.kind === 'text') of(event.choice).set(event.channel, (of(event.choice).get(event.channel) ?? '') + event.delta);
      if (event.kind === 'tool') calls.set(event.choice, [...(calls.get(event.choice) ?? []), event.call]);
    },
    json() {
      for (const [choice, made] of calls) of(choice).set('tool', callsText(made));
      const all = [...texts.keys()].sort((left, right) => left - right).flatMap((choice) => textsOf(choice, of(choice)));
      return JSON.stringify(all);
    },
  };
}

function textsOf(choice: number, texts: ReadonlyMap<Channel, string>): readonly ChannelText[] {
  return channels.flatMap((channel) => {
    const text = texts.get(channel);
    return text === undefined ? [] : [{ choice, channel, text: text.toWellFormed() }];
  });
}

/** Canonical JSON (RFC 8785): the members in this order. */
function callsText(calls: readonly ToolCall[]): string {
  return JSON.stringify(
    calls.map(({ id, name, arguments: given }) => ({
      arguments: given.toWellFormed(),
      id: id.toWellFormed(),
      name: name.toWellFormed(),
    })),
  );
}
