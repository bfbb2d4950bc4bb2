import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { answerFrames, answerText } from './answer-text.ts';
import { listening, type Served } from './served.ts';

/**
 * What a benchmark request tells the mock, in members that the gateway passes on: the number of chunks, the nonce and the milliseconds between two chunks
 * (0: the whole answer at once).
 */
const asked = z.looseObject({ max_tokens: z.int(), user: z.string(), metadata: z.looseObject({ pace: z.string() }) });

/** Below this path the mock answers whole, for a server that relays what was asked for and cannot read a stream instead. */
export const wholePath = '/whole';

/** An OpenAI-compatible server that streams, whatever it is asked for, but below `wholePath`. */
export async function startMock(): Promise<Served> {
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.setHeader('content-type', 'application/json').end('{"object":"list","data":[{"id":"mock","object":"model"}]}');
      return;
    }
    void answer(request, response);
  });
  return listening(server);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const { max_tokens: chunks, user: nonce, metadata } = asked.parse(JSON.parse(Buffer.concat(parts).toString()));
  if (request.url?.startsWith(wholePath) === true) {
    response.setHeader('content-type', 'application/json').end(wholeAnswer(nonce, chunks));
    return;
  }
  const pace = Number(metadata.pace);
  const frames = answerFrames(nonce, chunks);
  response.setHeader('content-type', 'text/event-stream');
  if (pace === 0) {
    response.end(frames.join(''));
    return;
  }
  response.write(frames[0]);
  for (const frame of frames.slice(1)) {
    await sleep(pace);
    response.write(frame);
  }
  response.end();
}

function wholeAnswer(nonce: string, chunks: number): string {
  const choice = { index: 0, message: { role: 'assistant', content: answerText(nonce, chunks) }, finish_reason: 'stop' };
  const usage = { prompt_tokens: 20, completion_tokens: chunks, total_tokens: 20 + chunks };
  return JSON.stringify({
    id: 'chatcmpl-mock',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'mock',
    choices: [choice],
    usage,
  });
}
