import { randomUUID } from 'node:crypto';
import { type ChatRequest, type ParlanceObject, type Usage } from '@parlance/wire';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { cohort } from '../cohort.ts';
import { type AnswerEncoder } from '../encoders/answer-encoder.ts';
import { type AnswerNames, gatherAnswer } from '../encoders/gathered-answer.ts';
import { type ClientFault, envelopeOf, statusOf } from '../errors.ts';
import { type Gateway, type LiveGateway, present, today } from '../gateway.ts';
import { type KeyFacts } from '../store/key-facts.ts';
import { speakingRoutes, type SpeakingRoute } from '../surfaces/surface-table.ts';
import { countCitations } from '../turn/count-citations.ts';
import { recordingTools } from '../turn/recording-tools.ts';
import { turn, type TurnEvents } from '../turn/turn.ts';
import { admit, type Admission, type Admitted, authenticate } from './admit.ts';
import { answerHeaders, changeHeaders } from './answer-headers.ts';
import { peekEvents } from './peek-events.ts';
import { sendFault } from './send-fault.ts';
import { newText } from '../use-control/used-text.ts';
import { departureOf, writeStream } from './write-stream.ts';

/** What a body asks, in the words of a chat. */
interface AskedQuestion {
  /** As the chat request that the turn answers; checked like any other. */
  readonly chat: unknown;
  /** Puts a fault of the chat request into the words of what was sent. */
  readonly named: (fault: ClientFault) => ClientFault;
  readonly encoder: (names: AnswerNames, request: ChatRequest) => AnswerEncoder;
}

/** An address at which questions are answered in JSON or server-sent events. */
export interface QuestionAddress {
  readonly path: string;
  readonly route: SpeakingRoute;
  /** Name of a new answer. Nobody can guess it. */
  readonly newId: () => string;
  readonly read: (body: unknown) => Admission<AskedQuestion>;
}

/** Every surface of the API is this one route with another reader and another encoder. */
export function answerQuestions(app: FastifyInstance, live: LiveGateway, address: QuestionAddress): void {
  app.post(address.path, async (request, reply) => {
    await cohort();
    const key = await authenticate(live, request);
    if (!key.ok) return sendFault(reply, key.fault);
    if (!isJson(request)) return sendFault(reply, { code: 'unsupported_media_type', message: 'send the body as application/json' });
    const gateway = present(live);
    const asked = address.read(request.body);
    if (!asked.ok) return sendFault(reply, asked.fault);
    const admitted = await admit(gateway, asked.value.chat, key.value.sector);
    if (!admitted.ok) return sendFault(reply, asked.value.named(admitted.fault));
    return answer(gateway, { request, reply, key: key.value, admitted: admitted.value, address, asked: asked.value });
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
  readonly address: QuestionAddress;
  readonly asked: AskedQuestion;
}

async function answer(gateway: Gateway, exchange: Exchange): Promise<void> {
  const { reply, admitted, request, address } = exchange;
  const id = address.newId();
  for (const incident of gateway.uses.see(exchange.key, newText(admitted.request)))
    request.log.warn({ ...incident }, 'a pattern of use stands out');
  const names = { id, created: Math.floor(gateway.now().getTime() / 1000), model: admitted.request.model };
  const events = turn({
    id,
    request: admitted.request,
    sector: admitted.sector,
    surface: speakingRoutes[address.route],
    recording: recordingTools(gateway),
    country: gateway.country,
    upstream: gateway.upstream,
    reranker: gateway.reranker,
    judge: gateway.judge,
    metrics: gateway.metrics,
    today: today(gateway),
    egress: gateway.config.egress,
    keyAge: { key: exchange.key.ageBand, keySector: exchange.key.sector },
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
  const sending = { reply, events, encoder: exchange.asked.encoder(names, admitted.request) };
  return admitted.request.stream === true ? sendStream(gateway, sending) : sendWhole(gateway, sending);
}

interface Sending {
  readonly reply: FastifyReply;
  readonly events: AsyncGenerator<TurnEvents>;
  readonly encoder: AnswerEncoder;
}

async function sendWhole(gateway: Gateway, { reply, events, encoder }: Sending): Promise<void> {
  const gathered = await gatherAnswer(events);
  const { fault, parlance } = gathered;
  reply.headers(changeHeaders(gateway, parlance));
  if (fault !== null) reply.code(statusOf(fault.code));
  await reply.type('application/json; charset=utf-8').send(fault === null ? encoder.whole(gathered) : { ...envelopeOf(fault), parlance });
}

/** While nothing has been sent, a fault still has a status of its own. */
async function sendStream(gateway: Gateway, sending: Sending): Promise<void> {
  const { first, events } = await peekEvents(sending.events);
  if (first?.kind === 'end' && first.fault !== null) return sendWhole(gateway, { ...sending, events });
  const encode = sending.encoder.stream();
  const parts = encoded(events, (some) => some.map(encode).join(''));
  await writeStream(sending.reply, { contentType: 'text/event-stream; charset=utf-8', parts });
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

/** The id of an answer, for addresses whose ids have the form of OpenAI's. */
export function newIdWith(prefix: string): () => string {
  return () => `${prefix}${randomUUID()}`;
}
