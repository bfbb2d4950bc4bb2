import { type TextChannel } from '@parlance/wire';
import { type AnswerEncoder } from '../answer-encoder.ts';
import { type Choice, choicesOf } from '../choice.ts';
import { type ChunkShape, createChunkStream, wholeOf } from '../chunk-stream.ts';
import { type AnswerNames } from '../gathered-answer.ts';

const object = 'text_completion';

/** OpenAI's completions of before chats. What a chat has beside its text stands beside `text`, under the names that chats have for it. */
export function completionsEncoder(names: AnswerNames, { includeUsage }: { readonly includeUsage: boolean }): AnswerEncoder {
  return {
    whole: (answer) =>
      wholeOf(answer, { names, object, choices: choicesOf(answer.said).map(([index, choice]) => choiceBody(index, choice)) }),
    stream: () => createChunkStream({ ...names, includeUsage, shape }),
  };
}

const shape: ChunkShape = {
  object,
  text: (channel, delta) => ({ ...saidIn(channel, delta), logprobs: null }),
  tool: null,
  logprobs: null,
  nothing: { text: '', logprobs: null },
};

function saidIn(channel: TextChannel, delta: string): Readonly<Record<string, string>> {
  switch (channel) {
    case 'content':
      return { text: delta };
    case 'reasoning':
      return { text: '', reasoning_content: delta };
    case 'refusal':
      return { text: '', refusal: delta };
  }
}

function choiceBody(index: number, { content, reasoning, refusal, reason }: Readonly<Choice>): Readonly<Record<string, unknown>> {
  return {
    index,
    text: content ?? '',
    ...(reasoning === null ? {} : { reasoning_content: reasoning }),
    ...(refusal === null ? {} : { refusal }),
    logprobs: null,
    finish_reason: reason,
  };
}
