import { randomUUID } from 'node:crypto';
import { type ParlanceObject, type Usage } from '@parlance/wire';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { cohort } from '../cohort.ts';
import { createStreamEncoder } from '../encoders/event-stream.ts';
import { type AnswerNames, encodeJson } from '../encoders/json-answer.ts';
import { envelopeOf, statusOf } from '../errors.ts';
import { type Gateway, type LiveGateway, present, today } from '../gateway.ts';
import { type KeyFacts } from '../store/key-facts.ts';
import { turn, type TurnEvents } from '../turn/turn.ts';
import { countCitations } from '../turn/count-citations.ts';
import { admit, type Admitted, authenticate } from './admit.ts';
import { answerHeaders, changeHeaders } from './answer-headers.ts';
import { recordingTools } from '../turn/recording-tools.ts';
import { sendFault } from './send-fault.ts';
import { departureOf, writeStream } from './write-stream.ts';
import { peekEvents } from './peek-events.ts';

/** `POST /v1/chat/completions`, streamed or whole. */
export function chatCompletions(app: FastifyInstance, live: LiveGateway): void {
  app.post('/v1/chat/completions', async (request, reply) => {
    await cohort();
    const key = await authenticate(live, request);
    if (!key.ok) return sendFault(reply, key.fault);
    if (!isJson(request)) return sendFault(reply, { code: 'unsupported_media_type', message: 'send the body as application/json' });
    const gateway = present(live);
    const admitted = await admit(gateway, request.body, key.value.sector);
    if (!admitted.ok) return sendFault(reply, admitted.fault);
    return answer(gateway, { request, reply, key: key.value, admitted: admitted.value });
  });
}

/** Forms and plain text are read for the pages; here they would only be JSON with the wrong label. */
function isJson({ headers }: FastifyRequest): boolean {
  return /^application\/json *(?:;|$)/i.test(headers['content-type'] ?? '');
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly key: KeyFacts;
  readonly admitted: Admitted;
}

async function answer(gateway: Gateway, exchange: Exchange): Promise<void> {
  const { reply, admitted, request } = exchange;
  const id = `chatcmpl-${randomUUID()}`;
  const names = { id, created: Math.floor(gateway.now().getTime() / 1000), model: admitted.request.model };
  const events = turn({
    ...admitted,
    id,
    recording: recordingTools(gateway),
    country: gateway.country,
    upstream: gateway.upstream,
    reranker: gateway.reranker,
    today: today(gateway),
    hints: { accepted: request.headers['accept-language'] },
    departure: departureOf(reply),
    onBroken: (error) => {
      request.log.error({ id, reason: error instanceof Error ? error.name : 'unknown' }, 'an answer failed');
    },
    onEnd: ({ parlance, usage }, cited) => {
      gateway.usage.add(usageOf(exchange.key, parlance, usage));
      countCitations(gateway, parlance, cited);
    },
  });
  reply.headers(answerHeaders(gateway, id));
  return admitted.request.stream === true
    ? sendStream(gateway, { ...exchange, events, names })
    : sendWhole(gateway, { ...exchange, events, names });
}

interface Sending extends Exchange {
  readonly events: AsyncGenerator<TurnEvents>;
  readonly names: AnswerNames;
}

async function sendWhole(gateway: Gateway, { reply, events, names }: Sending): Promise<void> {
  const { fault, parlance, body } = await encodeJson(events, names);
  reply.headers(changeHeaders(gateway, parlance));
  if (fault !== null) reply.code(statusOf(fault.code));
  await reply.type('application/json; charset=utf-8').send(fault === null ? body : { ...envelopeOf(fault), parlance });
}

/** While nothing has been sent, a fault still has a status of its own. */
async function sendStream(gateway: Gateway, sending: Sending): Promise<void> {
  const { reply, names, admitted } = sending;
  const { first, events } = await peekEvents(sending.events);
  if (first?.kind === 'end' && first.fault !== null) return sendWhole(gateway, { ...sending, events });
  const encode = createStreamEncoder({ ...names, includeUsage: admitted.request.stream_options?.include_usage === true });
  const parts = encoded(events, (some) => some.map(encode).join(''));
  await writeStream(reply, { contentType: 'text/event-stream; charset=utf-8', parts });
}

async function* encoded(batches: AsyncIterable<TurnEvents>, encode: (events: TurnEvents) => string): AsyncGenerator<string> {
  for await (const events of batches) yield encode(events);
}

export function usageOf(key: Pick<KeyFacts, 'tenant' | 'id'>, parlance: ParlanceObject, usage: Usage | null) {
  return {
    tenant: key.tenant,
    key: key.id,
    language: parlance.language,
    requests: 1,
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
    omitted: parlance.changes.omitted,
    added: parlance.changes.added,
  };
}
