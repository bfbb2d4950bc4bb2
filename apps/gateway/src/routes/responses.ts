import { randomUUID } from 'node:crypto';
import { responsesRequest } from '@parlance/wire';
import { type FastifyInstance } from 'fastify';
import { responsesEncoder } from '../encoders/responses/responses-encoder.ts';
import { type LiveGateway } from '../gateway.ts';
import { answerQuestions } from './answer-questions.ts';
import { chatOfResponses } from './chat-of-responses.ts';
import { namedBy } from './named-fault.ts';
import { requestFault } from './request-fault.ts';

/** `POST /v1/responses`, streamed or whole. Nothing is kept: each request brings its whole conversation. */
export function responses(app: FastifyInstance, live: LiveGateway): void {
  answerQuestions(app, live, {
    path: '/v1/responses',
    route: 'POST /v1/responses',
    newId: () => `resp_${randomUUID().replaceAll('-', '')}`,
    read(body) {
      const parsed = responsesRequest.safeParse(body);
      if (!parsed.success) return { ok: false, fault: requestFault(parsed.error) };
      const { chat, places } = chatOfResponses(parsed.data);
      return { ok: true, value: { chat, named: namedBy(places), encoder: (names) => responsesEncoder(names, parsed.data) } };
    },
  });
}
