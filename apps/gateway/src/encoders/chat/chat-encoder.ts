import { type TokenLogprob, type ToolCall } from '@parlance/wire';
import { type AnswerEncoder } from '../answer-encoder.ts';
import { type Choice, choicesOf } from '../choice.ts';
import { type ChunkShape, createChunkStream, wholeOf } from '../chunk-stream.ts';
import { type AnswerNames } from '../gathered-answer.ts';
import { tokenBody } from '../token-body.ts';

/** `includeUsage`: the client asked for a last chunk with the usage. */
export function chatEncoder(names: AnswerNames, { includeUsage }: { readonly includeUsage: boolean }): AnswerEncoder {
  return {
    whole: (answer) =>
      wholeOf(answer, {
        names,
        object: 'chat.completion',
        choices: choicesOf(answer.said).map(([index, choice]) => choiceBody(index, choice)),
      }),
    stream: () => createChunkStream({ ...names, includeUsage, shape }),
  };
}

const members = { content: 'content', reasoning: 'reasoning_content', refusal: 'refusal' } as const;

const shape: ChunkShape = {
  object: 'chat.completion.chunk',
  text: (channel, delta, isFirst) => ({
    delta: isFirst ? { role: 'assistant', [members[channel]]: delta } : { [members[channel]]: delta },
  }),
  tool: (call, isFirst) => ({ delta: { ...role(isFirst), tool_calls: [{ index: call.index, ...toolBody(call) }] } }),
  logprobs: (tokens) => ({ delta: {}, logprobs: logprobsBody(tokens) }),
  nothing: { delta: {} },
};

function logprobsBody(tokens: readonly TokenLogprob[]): Readonly<Record<string, unknown>> {
  return { content: tokens.map(tokenBody), refusal: null };
}

function role(isFirst: boolean): Readonly<Record<string, unknown>> {
  return isFirst ? { role: 'assistant' } : {};
}

function choiceBody(index: number, choice: Readonly<Choice>): Readonly<Record<string, unknown>> {
  return {
    index,
    message: {
      role: 'assistant',
      content: choice.content,
      refusal: choice.refusal,
      ...(choice.reasoning === null ? {} : { reasoning_content: choice.reasoning }),
      ...(choice.tools.length === 0 ? {} : { tool_calls: choice.tools.map(toolBody) }),
    },
    logprobs: choice.logprobs === null ? null : logprobsBody(choice.logprobs),
    finish_reason: choice.reason,
  };
}

function toolBody(call: ToolCall): Readonly<Record<string, unknown>> {
  return { id: call.id, type: 'function', function: { name: call.name, arguments: call.arguments } };
}
