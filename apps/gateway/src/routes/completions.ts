import { completionsRequest, type CompletionsRequest } from '@parlance/wire';
import { type FastifyInstance } from 'fastify';
import { completionsEncoder } from '../encoders/completions/completions-encoder.ts';
import { type LiveGateway } from '../gateway.ts';
import { answerQuestions, newIdWith } from './answer-questions.ts';
import { namedBy } from './named-fault.ts';
import { requestFault } from './request-fault.ts';

/** `POST /v1/completions`, the API of before chats, streamed or whole. The prompt is asked as the one message of a chat. */
export function completions(app: FastifyInstance, live: LiveGateway): void {
  answerQuestions(app, live, {
    path: '/v1/completions',
    route: 'POST /v1/completions',
    newId: newIdWith('cmpl-'),
    read(body) {
      const parsed = completionsRequest.safeParse(body);
      if (!parsed.success) return { ok: false, fault: requestFault(parsed.error) };
      const includeUsage = parsed.data.stream_options?.include_usage === true;
      return {
        ok: true,
        value: { chat: chatOf(parsed.data), named: namedBy(['prompt']), encoder: (names) => completionsEncoder(names, { includeUsage }) },
      };
    },
  });
}

/** What the chat is not asked, because a chat has no such members. */
const unsent: ReadonlySet<string> = new Set(['prompt', 'suffix', 'echo', 'best_of', 'logprobs']);

function chatOf(asked: CompletionsRequest): Readonly<Record<string, unknown>> {
  const settings = Object.fromEntries(Object.entries(asked).filter(([name]) => !unsent.has(name)));
  return { ...settings, messages: [{ role: 'user', content: [asked.prompt].flat().join('') }] };
}
