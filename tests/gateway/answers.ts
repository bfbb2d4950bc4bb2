import { parlanceObject, type ParlanceObject } from '@parlance/wire';
import { z } from 'zod';

const said = z.looseObject({
  content: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  refusal: z.string().nullish(),
  tool_calls: z.array(z.looseObject({ function: z.object({ name: z.string(), arguments: z.string() }) })).nullish(),
});
const frame = z.looseObject({
  choices: z
    .array(z.looseObject({ index: z.int(), delta: said.optional(), message: said.optional(), finish_reason: z.string().nullish() }))
    .optional(),
  usage: z.unknown().optional(),
  error: z.looseObject({ code: z.string() }).optional(),
  parlance: z.looseObject({ disclosures: z.array(z.unknown()) }).optional(),
});
type Frame = z.infer<typeof frame>;

/** What a client was told, whatever the surface. */
export interface Answer {
  readonly status: number;
  /** `choice:channel` to text. */
  readonly texts: Readonly<Record<string, string>>;
  readonly tools: readonly { readonly name: string; readonly arguments: string }[];
  readonly parlance: ParlanceObject | null;
  readonly error: string | null;
  readonly isDone: boolean;
  readonly frames: readonly Frame[];
  readonly raw: string;
  readonly headers: Headers;
}

export async function answerOf(response: Response): Promise<Answer> {
  const raw = await response.text();
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const data = isStream ? [...raw.matchAll(/^data: (.*)$/gm)].map(([, text]) => text ?? '') : [raw];
  const frames = data.filter((text) => text !== '[DONE]').map((text) => frame.parse(JSON.parse(text)));
  const messages = frames
    .flatMap(({ choices }) => choices ?? [])
    .flatMap(({ index, delta, message }) => [delta, message].flatMap((each) => (each === undefined ? [] : [{ index, ...each }])));
  const last = frames.at(-1)?.parlance;
  return {
    status: response.status,
    texts: textsOf(messages),
    tools: messages.flatMap((message) => (message.tool_calls ?? []).map((call) => call.function)),
    parlance: last !== undefined && 'ending' in last ? parlanceObject.parse(last) : null,
    error: frames.find(({ error }) => error !== undefined)?.error?.code ?? null,
    isDone: data.at(-1) === '[DONE]',
    frames,
    raw,
    headers: response.headers,
  };
}

function textsOf(messages: readonly (z.infer<typeof said> & { readonly index: number })[]): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const message of messages)
    for (const channel of ['content', 'reasoning_content', 'refusal'] as const) {
      const name = `${message.index}:${channel}`;
      const text = message[channel];
      if (text !== undefined && text !== null) texts[name] = (texts[name] ?? '') + text;
    }
  return texts;
}
