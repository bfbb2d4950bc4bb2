import { once } from 'node:events';
import { type ServerResponse } from 'node:http';
import { type FastifyReply } from 'fastify';
import { type Departure, Leaving } from '../upstream/departure.ts';

export interface StreamedBody {
  readonly contentType: string;
  readonly parts: AsyncIterable<string | Uint8Array>;
}

/** The client has gone when the connection closes before the answer is complete. */
export function departureOf(reply: FastifyReply): Departure {
  const departure = new Leaving();
  const leave = (): void => {
    if (!reply.raw.writableFinished) departure.leave();
  };
  // Who left while the request was being checked has closed the connection already, and no event will say so again.
  if (reply.raw.destroyed) leave();
  else reply.raw.once('close', leave);
  return departure;
}

/** Writes parts as they come and waits when the reader is slow. The parts are read to their end even when the reader has gone, so that the turn is settled. */
export async function writeStream(reply: FastifyReply, body: StreamedBody): Promise<void> {
  const caching = reply.getHeader('cache-control') ?? 'no-cache';
  reply.headers({ 'content-type': body.contentType, 'cache-control': `${String(caching)}, no-transform`, 'x-accel-buffering': 'no' });
  const { raw } = reply;
  const headers = reply.getHeaders();
  reply.hijack();
  raw.writeHead(
    reply.statusCode,
    Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );
  try {
    for await (const part of body.parts) {
      if (part.length === 0 || raw.destroyed) continue;
      if (!raw.write(part)) await drained(raw);
    }
    raw.end();
  } catch (error) {
    // The status has gone out: only a broken connection tells the reader that this is not the whole.
    raw.destroy();
    reply.log.error(
      { id: reply.request.id, reason: error instanceof Error ? error.name : 'unknown' },
      'an answer broke while it was written',
    );
  }
}

/** Milliseconds for which a reader may take nothing. */
const longestWait = 30_000;

async function drained(raw: ServerResponse): Promise<void> {
  if (raw.destroyed) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  // Who reads nothing for so long holds an upstream that others wait for.
  const timer = setTimeout(() => raw.destroy(), longestWait);
  try {
    await Promise.race([once(raw, 'drain', { signal }), once(raw, 'close', { signal })]);
  } catch {
    // The connection broke: the reader has gone.
  } finally {
    clearTimeout(timer);
    waiting.abort();
  }
}
