import { Pool } from 'undici';
import { nonceOf } from './answer-text.ts';
import { faultIn } from './read-answer.ts';
import { median } from './statistics.ts';

/** Requests of one kind, one after the other on each connection. */
export interface LoadOrder {
  readonly address: string;
  readonly key: string | null;
  /** What a server wants to be told beside the key. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly isGateway: boolean;
  readonly isStream: boolean;
  readonly connections: number;
  readonly milliseconds: number;
  readonly chunks: number;
  /** Milliseconds between two chunks of the mock; 0: no pause and one write. */
  readonly pace: number;
}

export interface LoadReport {
  readonly requests: number;
  /** What came back whole, unchanged and with its own nonce. */
  readonly sound: number;
  /** The first few things that were wrong. */
  readonly faults: readonly string[];
  readonly milliseconds: number;
  readonly latency: number;
  /** To the first text that people see. */
  readonly firstText: number;
  /** Between two arrivals of text after the first. */
  readonly gap: number;
}

interface Timed {
  readonly body: string;
  readonly latency: number;
  /** Moments of arrival, in milliseconds after the request. */
  readonly arrivals: readonly number[];
}

const question = 'Kirjuta lühike luuletus vaiksest merest, palun.';

const pools = new Map<string, Pool>();
let asked = 0;

/** Sends until the time is over and waits for the last answer, so that no request is counted in part. */
export async function load(order: LoadOrder): Promise<LoadReport> {
  const pool = pools.get(order.address) ?? new Pool(order.address, { pipelining: 1, keepAliveTimeout: 100_000 });
  pools.set(order.address, pool);
  const answers: Timed[] = [];
  const faults: string[] = [];
  let requests = 0;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() - began < order.milliseconds) {
      const nonce = nonceOf(asked++);
      requests++;
      try {
        const answer = await send(pool, order, nonce);
        const fault = faultIn(answer.body, { nonce, chunks: order.chunks }, order.isGateway);
        if (fault === null) answers.push({ ...answer, body: '' });
        else faults.push(fault);
      } catch (error) {
        faults.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: order.connections }, worker));
  const gaps = answers.flatMap(({ arrivals }) => arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? NaN)));
  return {
    requests,
    sound: answers.length,
    faults: faults.slice(0, 3),
    milliseconds: performance.now() - began,
    latency: median(answers.map(({ latency }) => latency)),
    firstText: median(answers.map(({ arrivals }) => arrivals[0] ?? NaN)),
    gap: median(gaps),
  };
}

async function send(pool: Pool, order: LoadOrder, nonce: string): Promise<Timed> {
  const body = JSON.stringify({
    model: 'mock',
    messages: [{ role: 'user', content: question }],
    max_tokens: order.chunks,
    user: nonce,
    metadata: { pace: String(order.pace) },
    ...(order.isStream ? { stream: true } : {}),
  });
  const authorization = order.key === null ? {} : { authorization: `Bearer ${order.key}` };
  const headers = { 'content-type': 'application/json', ...authorization, ...order.headers };
  const began = performance.now();
  const reply = await pool.request({ path: '/v1/chat/completions', method: 'POST', headers, body });
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode} ${(await reply.body.text()).slice(0, 200)}`);
  if (!order.isStream) return { body: await reply.body.text(), latency: performance.now() - began, arrivals: [] };
  return readStream(reply.body, nonce, began);
}

async function readStream(body: AsyncIterable<Buffer>, nonce: string, began: number): Promise<Timed> {
  const parts: Buffer[] = [];
  const arrivals: number[] = [];
  let hasText = false;
  for await (const part of body) {
    parts.push(part);
    hasText ||= part.includes(nonce);
    if (hasText && part.includes('"content":')) arrivals.push(performance.now() - began);
  }
  return { body: Buffer.concat(parts).toString(), latency: performance.now() - began, arrivals };
}
