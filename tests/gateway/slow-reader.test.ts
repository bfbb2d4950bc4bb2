import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerOf } from './answers.ts';
import { chunk, done, frames, type MockUpstream, plainStream, startMockUpstream, startStream, stop, untilTaken } from './mock-upstream.ts';
import { holdLongWaits, type LongWaits } from './long-waits.ts';
import { key, question, type RunningGateway, startGateway } from './running-gateway.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;
let socket: Socket;
let waits: LongWaits;

beforeEach(() => {
  waits = holdLongWaits();
});
afterEach(() => {
  socket.destroy();
  waits.release();
});
beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url, timeout: 600_000 });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

/** Begins an answer that fills every buffer, and stops reading it. */
async function stopReading(): Promise<void> {
  const bytes = Buffer.from(frames([chunk({ content: 'All work and no play. '.repeat(1000) })]));
  let written = 0;
  upstream.play(async (response) => {
    startStream(response);
    while (!response.destroyed && written < 200 * 1024 * 1024) {
      response.write(bytes);
      written += bytes.length;
      await untilTaken(response);
    }
    response.end(frames([stop, done]));
  });
  socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  const body = JSON.stringify(question('Hi', { stream: true }));
  const head = ['POST /v1/chat/completions HTTP/1.1', 'host: x', 'content-type: application/json', `authorization: Bearer ${key}`];
  socket.write(`${head.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  await once(socket, 'readable');
  let before = -1;
  while (before !== written || written === 0) {
    before = written;
    await sleep(150);
  }
}

test('a reader that takes nothing for half a minute is dropped, and the upstream is let go', async () => {
  const [aborted, used] = [upstream.aborted(), gateway.used.length];
  await stopReading();
  expect(waits.going()).toEqual([30_000]);
  expect([upstream.aborted(), gateway.used.length]).toEqual([aborted, used]);
  waits.pass();
  await expect.poll(() => [upstream.aborted(), gateway.used.length]).toEqual([aborted + 1, used + 1]);
  let rest = '';
  socket.setEncoding('utf8').on('data', (part: string) => (rest += part));
  socket.on('error', () => undefined).resume();
  if (!socket.closed) await once(socket, 'close');
  expect(rest).not.toContain('[DONE]');
  expect(rest.endsWith('0\r\n\r\n')).toBe(false);
  upstream.play(plainStream('Still here.'));
  expect((await answerOf(await gateway.post(question('Hi')))).texts).toEqual({ '0:content': 'Still here.' });
});
