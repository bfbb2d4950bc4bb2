import { type TextChannel, type TokenLogprob, type ToolCall, type TurnEvent } from '@parlance/wire';
import { envelopeOf } from '../errors.ts';
import { type AnswerNames, type GatheredAnswer } from './gathered-answer.ts';

type Members = Readonly<Record<string, unknown>>;

/** How a surface of chunks with choices writes one of them: the members of a choice beside its index and finish reason. */
export interface ChunkShape {
  readonly object: string;
  text(channel: TextChannel, delta: string, isFirst: boolean): Members;
  /** Null: the surface has no place for tool calls, and the turn lets none pass. */
  readonly tool: ((call: ToolCall, isFirst: boolean) => Members) | null;
  /** Null: the surface never tells them. */
  readonly logprobs: ((tokens: readonly TokenLogprob[]) => Members) | null;
  readonly nothing: Members;
}

export interface ChunkStreamOptions extends AnswerNames {
  readonly shape: ChunkShape;
  /** The client asked for a last chunk with the usage. */
  readonly includeUsage: boolean;
}

/**
 * Encodes a turn as OpenAI's server-sent chunks. Each disclosure rides on the chunk where it happens and the whole `parlance` object on the last chunk before `[DONE]`. A fault ends the
 * stream with an error frame and no `[DONE]`, so that no client takes half an answer for a whole one.
 */
export function createChunkStream(options: ChunkStreamOptions): (event: TurnEvent) => string {
  const { id, created, model, shape } = options;
  const started = new Set<number>();
  let finishes: readonly Members[] = [];
  // The same in each frame, and longer than what a frame says.
  const head = JSON.stringify({ id, object: shape.object, created, model }).slice(0, -1);
  const frame = (members: Members): string => `data: ${head},${JSON.stringify(members).slice(1)}\n\n`;
  const isFirst = (choice: number): boolean => {
    if (started.has(choice)) return false;
    started.add(choice);
    return true;
  };
  const said = (index: number, members: Members): string =>
    `data: ${head},"choices":[{"index":${index},${JSON.stringify(members).slice(1, -1)},"finish_reason":null}]}\n\n`;
  return (event) => {
    switch (event.kind) {
      case 'text':
        return said(event.choice, shape.text(event.channel, event.delta, isFirst(event.choice)));
      case 'tool':
        return shape.tool === null ? '' : said(event.choice, shape.tool(event.call, isFirst(event.choice)));
      case 'disclosure':
        return frame({
          choices: [{ index: event.disclosure.choice, ...shape.nothing, finish_reason: null }],
          parlance: { disclosures: [event.disclosure] },
        });
      case 'logprobs':
        return shape.logprobs === null ? '' : said(event.choice, shape.logprobs(event.tokens));
      case 'source':
        return '';
      case 'finish':
        finishes = [...finishes, { index: event.choice, ...shape.nothing, finish_reason: event.reason }];
        return '';
      case 'end':
        return endFrames(event, { frame, finishes, includeUsage: options.includeUsage });
    }
  };
}

interface Ending {
  readonly frame: (members: Members) => string;
  readonly finishes: readonly Members[];
  readonly includeUsage: boolean;
}

function endFrames(end: TurnEvent & { readonly kind: 'end' }, { frame, finishes, includeUsage }: Ending): string {
  const { parlance, usage } = end;
  if (end.fault !== null) return `data: ${JSON.stringify({ ...envelopeOf(end.fault), parlance })}\n\n`;
  const last = includeUsage ? { choices: [], usage: usage ?? { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }, parlance } : null;
  const closing = finishes.map((choice, index) =>
    frame({ choices: [choice], ...(last === null && index === finishes.length - 1 ? { parlance } : {}) }),
  );
  return `${closing.join('')}${last === null ? '' : frame(last)}data: [DONE]\n\n`;
}

export interface WholeChoices {
  readonly names: AnswerNames;
  readonly object: string;
  readonly choices: readonly Members[];
}

/** The body of a whole answer with choices. */
export function wholeOf({ usage, parlance }: GatheredAnswer, { names, object, choices }: WholeChoices): Members {
  const { id, created, model } = names;
  return { id, object, created, model, choices, ...(usage === null ? {} : { usage }), parlance };
}
