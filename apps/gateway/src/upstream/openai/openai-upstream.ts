import { errors, Pool } from 'undici';
import { z } from 'zod';
import { type UpstreamConfig } from '../../config/config.ts';
import { type Upstream, type UpstreamEvent } from '../upstream.ts';
import { readCompletion } from './chunk.ts';
import { readEvents } from './event-stream.ts';
import { Exchange, type ReplyHead } from './exchange.ts';
import { requestBody } from './request-body.ts';

/** Longest body of a non-streamed answer or an error that is read, in bytes. */
const bodyLimit = 16 * 1024 * 1024;
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
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    ...(config.key === null ? {} : { authorization: `Bearer ${config.key}` }),
  };
  return {
    id: new URL(config.baseUrl).host,
    kind: 'openai',
    jurisdiction: config.jurisdiction,
    defaultModel: config.model,
    async models() {
      try {
        const reply = await pool.request({
          path: `${path}/models`,
          method: 'GET',
          headers,
          signal: AbortSignal.timeout(listTimeout),
        });
        const list = modelList.safeParse(await reply.body.json());
        return list.success ? list.data.data.map(({ id }) => id) : [];
      } catch {
        return [];
      }
    },
    async *ask(request, signal) {
      const body = requestBody(request);
      let hasBegun = false;
      try {
        const exchange = new Exchange(pool, { path: `${path}/chat/completions`, method: 'POST', headers, body }, signal);
        const head = await exchange.head;
        hasBegun = true;
        yield* readReply(head, exchange);
      } catch (error) {
        yield [faultOf(error, hasBegun)];
      }
    },
    close: () => pool.close(),
  };
}

const modelList = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

async function* readReply({ status, contentType }: ReplyHead, exchange: Exchange): AsyncGenerator<readonly UpstreamEvent[]> {
  if (status !== 200) {
    exchange.linger();
    yield [rejected(status)];
  } else if (/^application\/json\b/i.test(contentType)) {
    yield readCompletion(await readJson(exchange));
  } else {
    yield* readEvents(exchange, () => {
      exchange.linger();
    });
  }
}

async function readJson(body: AsyncIterable<Buffer>): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > bodyLimit) return null;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return null;
  }
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
