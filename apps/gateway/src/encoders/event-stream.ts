import { type TurnEvent } from '@parlance/wire';
import { envelopeOf } from '../errors.ts';
import { type AnswerNames } from './json-answer.ts';

export interface StreamOptions extends AnswerNames {
  /** The client asked for a last chunk with the usage. */
  readonly includeUsage: boolean;
}

/**
 * Encodes a turn as OpenAI's server-sent chunks. Each disclosure rides on the chunk where it happens and the whole `parlance` object on the last chunk before `[DONE]`. A fault ends the
 * stream with an error frame and no `[DONE]`, so that no client takes half an answer for a whole one.
 */
export function createStreamEncoder(options: StreamOptions): (event: TurnEvent) => string {
  const { id, created, model } = options;
  const started = new Set<number>();
  let finishes: readonly Record<string, unknown>[] = [];
  // The same in each frame, and longer than what a frame says.
  const head = JSON.stringify({ id, object: 'chat.completion.chunk', created, model }).slice(0, -1);
  const frame = (members: Readonly<Record<string, unknown>>): string => `data: ${head},${JSON.stringify(members).slice(1)}\n\n`;
  const delta = (choice: number, said: Readonly<Record<string, unknown>>): string => {
    const role = started.has(choice) ? {} : { role: 'assistant' };
    started.add(choice);
    return frame({ choices: [{ index: choice, delta: { ...role, ...said }, finish_reason: null }] });
  };
  return (event) => {
    switch (event.kind) {
      case 'text':
        return delta(event.choice, { [memberOf(event.channel)]: event.delta });
      case 'tool':
        return delta(event.choice, {
          tool_calls: [
            {
              index: event.call.index,
              id: event.call.id,
              type: 'function',
              function: { name: event.call.name, arguments: event.call.arguments },
            },
          ],
        });
      case 'disclosure':
        return frame({
          choices: [{ index: event.disclosure.choice, delta: {}, finish_reason: null }],
          parlance: { disclosures: [event.disclosure] },
        });
      case 'source':
        return '';
      case 'finish':
        finishes = [...finishes, { index: event.choice, delta: {}, finish_reason: event.reason }];
        return '';
      case 'end':
        return endFrames(event, { frame, finishes, includeUsage: options.includeUsage });
    }
  };
}

const members = { content: 'content', reasoning: 'reasoning_content', refusal: 'refusal' } as const;

function memberOf(channel: keyof typeof members): string {
  return members[channel];
}

interface Ending {
  readonly frame: (members: Readonly<Record<string, unknown>>) => string;
  readonly finishes: readonly Record<string, unknown>[];
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
