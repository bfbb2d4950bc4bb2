import { randomUUID } from 'node:crypto';
import { type ChatRequest } from '@parlance/wire';
import { createAnswerEncoder } from '@parlance/web';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway, today } from '../gateway.ts';
import { usageOf } from '../routes/answer-questions.ts';
import { answerHeaders } from '../routes/answer-headers.ts';
import { departureOf, writeStream } from '../routes/write-stream.ts';
import { speakingRoutes } from '../surfaces/surface-table.ts';
import { recordingTools } from '../turn/recording-tools.ts';
import { countCitations } from '../turn/count-citations.ts';
import { type ReaderHints } from '../turn/localize.ts';
import { turn, type TurnEvents } from '../turn/turn.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { answerWords } from './answer-words.ts';
import { pageWords } from './page-words.ts';
import { pageHeaders } from './send-page.ts';

export interface PageAnswer {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly upstream: Upstream;
  readonly route: 'POST /ask' | 'POST /try';
  readonly chat: ChatRequest;
  /** Language of the answer. */
  readonly language: string;
  /** Of the words under it; that of the answer when absent. */
  readonly wordsLanguage?: string;
  /** Of the reader; the same with which `language` was found. */
  readonly hints?: ReaderHints;
  readonly before: string;
  readonly after: string;
  /** Whether the page verifies the receipt itself. */
  readonly hasScript?: boolean;
}

/** Streams one turn as HTML: the same events as the API, in another encoding. */
export async function streamAnswer(gateway: Gateway, page: PageAnswer): Promise<void> {
  const { request, reply, upstream, chat } = page;
  const id = `page-${randomUUID()}`;
  const events = turn({
    id,
    surface: speakingRoutes[page.route],
    recording: recordingTools(gateway),
    request: chat,
    country: gateway.country,
    upstream,
    reranker: upstream === gateway.upstream ? gateway.reranker : null,
    sector: gateway.pageKey?.sector ?? gateway.country.defaultSector,
    today: today(gateway),
    hints: page.hints,
    departure: departureOf(reply),
    onBroken: (error) => {
      request.log.error({ id, reason: error instanceof Error ? error.name : 'unknown' }, 'an answer failed');
    },
    onEnd: ({ parlance, usage }, cited) => {
      if (gateway.pageKey !== null) gateway.usage.add(usageOf(gateway.pageKey, parlance, usage));
      // What is tried out on pasted text is no answer to anybody.
      if (upstream === gateway.upstream) countCitations(gateway, parlance, cited);
    },
  });
  pageHeaders(reply, { hasScript: page.hasScript === true }).headers(answerHeaders(gateway, id));
  await writeStream(reply, { contentType: 'text/html; charset=utf-8', parts: html(gateway, page, events) });
}

async function* html(gateway: Gateway, page: PageAnswer, batches: AsyncIterable<TurnEvents>): AsyncGenerator<string> {
  const { country } = gateway;
  const language = page.wordsLanguage ?? page.language;
  const encoder = createAnswerEncoder(page.language, answerWords(country.words(language)), pageWords(country.pack, language));
  yield page.before;
  for await (const events of batches) yield events.map((event) => encoder.encode(event)).join('');
  yield page.after;
}
