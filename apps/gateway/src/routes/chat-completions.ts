import { type FastifyInstance } from 'fastify';
import { chatEncoder } from '../encoders/chat/chat-encoder.ts';
import { type LiveGateway } from '../gateway.ts';
import { answerQuestions, newIdWith } from './answer-questions.ts';

/** `POST /v1/chat/completions`, streamed or whole. */
export function chatCompletions(app: FastifyInstance, live: LiveGateway): void {
  answerQuestions(app, live, {
    path: '/v1/chat/completions',
    route: 'POST /v1/chat/completions',
    newId: newIdWith('chatcmpl-'),
    read: (body) => ({
      ok: true,
      value: {
        chat: body,
        named: (fault) => fault,
        encoder: (names, request) => chatEncoder(names, { includeUsage: request.stream_options?.include_usage === true }),
      },
    }),
  });
}
