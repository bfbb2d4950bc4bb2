import { errors, Pool } from 'undici';
import { z } from 'zod';
import { type UpstreamConfig } from '../../config/config.ts';
import { modelNaming } from '../named-model.ts';
import { type Upstream, type UpstreamEvent } from '../upstream.ts';
import { createEventReader } from './event-reader.ts';
import { Exchange, type ReplyHead } from './exchange.ts';
import { createJsonReader } from './json-reader.ts';
import { readNothing, type ReplyReader } from './reply-reader.ts';
import { type OnModel } from './told-model.ts';
import { requestBody } from './request-body.ts';

/** A list of models that does not come within this many milliseconds is no list. */
const listTimeout = 2000;

/** Any server that speaks OpenAI's chat completions: OpenAI, vLLM, llama.cpp, Ollama ... It is always asked for a stream, so that there is one way back. */
export function createOpenaiUpstream(config: UpstreamConfig): Upstream & { close(): Promise<void> } {
  const { origin, pathname } = new URL(config.baseUrl);
  const path = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, {
    headersTimeout: config.timeout,
    bodyTimeout: config.timeout,
    connect: { timeout: Math.min(config.timeout, 10_000) },
    connections: 256,
    pipelining: 1,
  });
  const headers = headersOf(config);
  const naming = modelNaming();
  return {
    id: new URL(config.baseUrl).host,
    kind: 'openai',
    jurisdiction: config.jurisdiction,
    defaultModel: config.model,
    namedModel: naming.named,
    async models() {
      try {
        const reply = await pool.request({
          path: `${path}/models`,
          method: 'GET',
          headers,
          signal: AbortSignal.timeout(listTimeout),
        });
        const list = modelList.safeParse(await reply.body.json());
        return naming.offer(list.success ? list.data.data.map(({ id }) => id) : []);
      } catch {
        return [];
      }
    },
    async *ask(request, departure) {
      const exchange = new Exchange(
        pool,
        { path: `${path}/chat/completions`, method: 'POST', headers, body: requestBody(request) },
        departure,
      );
      let hasBegun = false;
      try {
        const head = await exchange.head;
        hasBegun = true;
        const reader = readerOf(head, naming.onModel(request.body['model']));
        for await (const part of exchange) {
          const events = reader.feed(part);
          if (reader.hasEnded()) exchange.linger();
          if (events.length > 0) yield events;
          if (reader.hasEnded()) return;
        }
        yield reader.finish();
      } catch (error) {
        yield [faultOf(error, hasBegun)];
      }
    },
    close: () => pool.close(),
  };
}

function headersOf({ key }: UpstreamConfig): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
}

const modelList = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

function readerOf({ status, contentType }: ReplyHead, onModel: OnModel): ReplyReader {
  if (status !== 200) return readNothing(rejected(status));
  return /^application\/json\b/i.test(contentType) ? createJsonReader(onModel) : createEventReader(onModel);
}

/** The upstream's own words stay out of it: they may repeat what people wrote. */
function rejected(status: number): UpstreamEvent {
  if (status === 429)
    return { kind: 'fault', code: 'upstream_rate_limited', message: 'the upstream has no capacity left for this key (HTTP 429)' };
  if (status >= 500) return { kind: 'fault', code: 'upstream_unavailable', message: `the upstream failed (HTTP ${status})` };
  return { kind: 'fault', code: 'upstream_rejected', message: `the upstream refused the request (HTTP ${status})` };
}

function faultOf(error: unknown, hasBegun: boolean): UpstreamEvent {
  if (
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError
  ) {
    return { kind: 'fault', code: 'upstream_timeout', message: 'the upstream did not answer in time' };
  }
  if (hasBegun || error instanceof errors.SocketError) {
    return { kind: 'fault', code: 'upstream_truncated', message: 'the upstream broke off its answer' };
  }
  return { kind: 'fault', code: 'upstream_unavailable', message: 'the upstream cannot be reached' };
}
