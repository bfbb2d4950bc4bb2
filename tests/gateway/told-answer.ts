import { disclosureObject, parlanceObject, type DisclosureObject, type ParlanceObject } from '@parlance/wire';
import { z } from 'zod';
import { readHtml } from '../../apps/web/src/testing/html-parts.ts';
import { type SpeakingRoute } from '../../apps/gateway/src/surfaces/surface-table.ts';
import { type SurfaceChannel } from '../../apps/gateway/src/surfaces/surface.ts';

/** What a client of any surface was told of one answer. */
export interface ToldAnswer {
  readonly status: number;
  /** Everything that came: the body, and the headers. */
  readonly raw: string;
  /** Of the first choice; `tool` is the arguments of the calls, in order. */
  readonly texts: Readonly<Partial<Record<SurfaceChannel, string>>>;
  /** Disclosures that came on their way, before the end. */
  readonly onTheWay: readonly DisclosureObject[];
  /** Null on pages, and where nobody could say it any more. */
  readonly parlance: ParlanceObject | null;
  readonly code: string | null;
  /** The answer ended as a whole one. */
  readonly isWhole: boolean;
}

type Reader = (body: string, response: Response) => Omit<ToldAnswer, 'status' | 'raw'>;

const partial = z.looseObject({ parlance: z.looseObject({ disclosures: z.array(z.unknown()), ending: z.string().optional() }).optional() });
const error = z.looseObject({ code: z.string() });

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') === true;
}

function framesOf(body: string, response: Response): readonly unknown[] {
  const data = isStream(response) ? [...body.matchAll(/^data: (.*)$/gm)].map(([, text]) => text ?? '') : [body];
  return data.filter((text) => text !== '[DONE]').map((text): unknown => JSON.parse(text));
}

function disclosuresOf(frames: readonly unknown[]): readonly DisclosureObject[] {
  return frames.flatMap((frame) => {
    const { parlance } = partial.parse(frame);
    return parlance === undefined || parlance.ending !== undefined ? [] : z.array(disclosureObject).parse(parlance.disclosures);
  });
}

type SaidPart = readonly [SurfaceChannel, string | null | undefined];

function joined(parts: readonly SaidPart[]): ToldAnswer['texts'] {
  const texts: Partial<Record<SurfaceChannel, string>> = {};
  for (const [channel, text] of parts) if (text !== null && text !== undefined) texts[channel] = (texts[channel] ?? '') + text;
  return texts;
}

const saidInChat = z.looseObject({
  content: z.string().nullish(),
  reasoning_content: z.string().nullish(),
  refusal: z.string().nullish(),
  tool_calls: z.array(z.looseObject({ function: z.looseObject({ arguments: z.string() }) })).nullish(),
});
const chunk = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        delta: saidInChat.optional(),
        message: saidInChat.optional(),
        text: z.string().optional(),
        reasoning_content: z.string().optional(),
        refusal: z.string().optional(),
      }),
    )
    .optional(),
  error: error.optional(),
});

/** Chat completions and completions: chunks with choices, then `[DONE]`. */
function readChunks(body: string, response: Response): ReturnType<Reader> {
  const frames = framesOf(body, response);
  const chunks = frames.map((frame) => chunk.parse(frame));
  const parts = chunks.flatMap(({ choices }) =>
    (choices ?? []).flatMap((choice) =>
      [choice, choice.delta, choice.message].flatMap((said) => {
        const { content, reasoning_content, refusal, tool_calls } = saidInChat.parse(said ?? {});
        const text = said === choice && choice.text !== '' ? choice.text : content;
        const calls = (tool_calls ?? []).map((call) => ['tool', call.function.arguments] as const);
        return [['reasoning', reasoning_content] as const, ['content', text] as const, ['refusal', refusal] as const, ...calls];
      }),
    ),
  );
  const last = parlanceObject.safeParse(partial.parse(frames.at(-1) ?? {}).parlance);
  const code = chunks.find((each) => each.error !== undefined)?.error?.code ?? null;
  const isWhole = code === null && (!isStream(response) || body.endsWith('data: [DONE]\n\n'));
  return { texts: joined(parts), onTheWay: disclosuresOf(frames), parlance: last.success ? last.data : null, code, isWhole };
}

const item = z.looseObject({
  type: z.string(),
  arguments: z.string().optional(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() })).optional(),
});
const response = z.looseObject({ status: z.string(), output: z.array(item), parlance: z.unknown().optional() });
const event = z.looseObject({ type: z.string(), delta: z.string().optional(), response: response.optional(), error: error.optional() });

const channelOfPart: Readonly<Record<string, SurfaceChannel>> = { output_text: 'content', refusal: 'refusal', reasoning_text: 'reasoning' };
const channelOfEvent: Readonly<Record<string, SurfaceChannel>> = {
  'response.output_text.delta': 'content',
  'response.refusal.delta': 'refusal',
  'response.reasoning_text.delta': 'reasoning',
  'response.function_call_arguments.delta': 'tool',
};

function readResponse(body: string, reply: Response): ReturnType<Reader> {
  const frames = framesOf(body, reply);
  if (isStream(reply)) return readEvents(frames);
  const failed = z.looseObject({ error: error.nullish(), parlance: z.unknown().optional() }).parse(frames[0]);
  const parlance = parlanceObject.safeParse(failed.parlance);
  const facts = { onTheWay: [], parlance: parlance.success ? parlance.data : null, code: failed.error?.code ?? null };
  if (facts.code !== null) return { ...facts, texts: {}, isWhole: false };
  const { output, status } = response.parse(frames[0]);
  const parts = output.flatMap((each): readonly SaidPart[] =>
    each.type === 'function_call'
      ? [['tool', each.arguments]]
      : (each.content ?? []).map((part): SaidPart => [channelOfPart[part.type] ?? 'content', part.text ?? part.refusal]),
  );
  return { ...facts, texts: joined(parts), isWhole: status === 'completed' };
}

function readEvents(frames: readonly unknown[]): ReturnType<Reader> {
  const events = frames.map((frame) => event.parse(frame));
  const ending = events.findLast((each) => each.response !== undefined)?.response;
  const parlance = parlanceObject.safeParse(ending?.parlance);
  return {
    texts: joined(
      events.flatMap(({ type, delta }): readonly SaidPart[] => {
        const channel = channelOfEvent[type];
        return channel === undefined ? [] : [[channel, delta]];
      }),
    ),
    onTheWay: disclosuresOf(frames),
    parlance: parlance.success ? parlance.data : null,
    code: events.find((each) => each.error !== undefined)?.error?.code ?? null,
    isWhole: events.at(-1)?.type === 'response.completed',
  };
}

const delivered = z.array(
  z.looseObject({ choice: z.int(), channel: z.enum(['content', 'reasoning', 'refusal', 'tool']), text: z.string() }),
);

/** A page shows what was delivered as JSON beside its receipt, and says at its end when it is not whole. */
function readPage(body: string): ReturnType<Reader> {
  const json = /<code data-part="delivered">([\s\S]*?)<\/code>/.exec(body)?.[1] ?? '[]';
  const parts = delivered.parse(JSON.parse(readHtml(json).text));
  const isBroken = body.includes('class="ending"');
  return {
    texts: joined(parts.map(({ channel, text }) => [channel, text] as const)),
    onTheWay: [],
    parlance: null,
    code: null,
    isWhole: body.includes('class="changes"') && !isBroken,
  };
}

const readers: Readonly<Record<SpeakingRoute, Reader>> = {
  'POST /v1/chat/completions': readChunks,
  'POST /v1/completions': readChunks,
  'POST /v1/responses': readResponse,
  'POST /ask': readPage,
  'POST /study': readPage,
  'POST /try': readPage,
};

export async function toldBy(route: SpeakingRoute, reply: Response): Promise<ToldAnswer> {
  const body = await reply.text();
  return { status: reply.status, raw: body + JSON.stringify([...reply.headers]), ...readers[route](body, reply) };
}
