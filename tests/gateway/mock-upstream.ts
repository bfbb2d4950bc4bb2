import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the upstream was sent, as bytes on the wire. */
export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Plays one answer of an OpenAI-compatible server. */
export type Script = (response: ServerResponse, request: ReceivedRequest) => Promise<void> | void;

export interface MockUpstream {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  /** Answers that ended because the reader left. */
  readonly aborted: () => number;
  play(script: Script): void;
  close(): Promise<void>;
}

/** A scripted server on a real socket. The list of models is `mock-model`; every other request plays the script. */
export async function startMockUpstream(): Promise<MockUpstream> {
  const requests: ReceivedRequest[] = [];
  let script: Script = plainStream('Hello.');
  let aborted = 0;
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      if (incoming.url?.endsWith('/models') === true) {
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ object: 'list', data: [{ id: 'mock-model' }] }));
        return;
      }
      const received = { path: incoming.url ?? '', headers: incoming.headers, text: Buffer.concat(parts).toString('utf8') };
      requests.push(received);
      response.on('close', () => {
        if (!response.writableFinished) aborted++;
      });
      void script(response, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    aborted: () => aborted,
    play: (next) => (script = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export type Delta = Readonly<Record<string, unknown>>;

/** One streamed chunk. */
export function chunk(delta: Delta, choice: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 'up',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'mock-model',
    choices: [{ index: 0, delta, finish_reason: null, ...choice }],
  };
}

export const stop = chunk({}, { finish_reason: 'stop' });
export const usageChunk = { ...chunk({}), choices: [], usage: { prompt_tokens: 7, completion_tokens: 5, total_tokens: 12 } };

/** Server-sent events: `data: {...}` and a blank line each. */
export function frames(chunks: readonly unknown[], lineEnd = '\n'): string {
  return chunks.map((each) => `data: ${typeof each === 'string' ? each : JSON.stringify(each)}${lineEnd}${lineEnd}`).join('');
}

export const done = '[DONE]';

export function startStream(response: ServerResponse): ServerResponse {
  return response.writeHead(200, { 'content-type': 'text/event-stream' });
}

/** Texts as content deltas, then `stop`, usage and `[DONE]`. */
export function textFrames(texts: readonly string[]): string {
  return frames([chunk({ role: 'assistant' }), ...texts.map((content) => chunk({ content })), stop, usageChunk, done]);
}

export function plainStream(...texts: readonly string[]): Script {
  return (response) => {
    startStream(response).end(textFrames(texts));
  };
}

export function streamOf(chunks: readonly unknown[]): Script {
  return (response) => {
    startStream(response).end(frames(chunks));
  };
}

/** Writes bytes in the given pieces, each in a packet of its own. */
export function inPackets(bytes: Buffer, cuts: readonly number[]): Script {
  return async (response) => {
    startStream(response).flushHeaders();
    response.socket?.setNoDelay(true);
    const places = [0, ...cuts, bytes.length].sort((left, right) => left - right);
    for (const [index, place] of places.slice(1).entries()) {
      const part = bytes.subarray(places[index], place);
      if (part.length === 0) continue;
      await new Promise<void>((resolve) =>
        response.write(part, () => {
          resolve();
        }),
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  };
}

export function jsonAnswer(body: unknown, status = 200): Script {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** Sends some events and cuts the connection. */
export function cutAfter(chunks: readonly unknown[], tail = ''): Script {
  return async (response) => {
    startStream(response).write(frames(chunks) + tail);
    await sleep(10);
    response.destroy();
  };
}

/** Waits until what was written is on its way, or the reader has left. */
export async function untilTaken(response: ServerResponse): Promise<void> {
  while (isWaiting(response)) await sleep(1);
}

function isWaiting({ writableNeedDrain, destroyed }: ServerResponse): boolean {
  return writableNeedDrain && !destroyed;
}

/** Takes the request and never answers. */
export const silence: Script = () => undefined;

export function slowly(texts: readonly string[], pause: number): Script {
  return async (response) => {
    startStream(response);
    for (const content of texts) {
      if (response.destroyed) return;
      response.write(frames([chunk({ content })]));
      await sleep(pause);
    }
    response.end(frames([stop, done]));
  };
}
