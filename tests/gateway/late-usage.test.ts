import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from './answers.ts';
import {
  chunk,
  done,
  frames,
  type MockUpstream,
  type Script,
  startMockUpstream,
  startStream,
  stop,
  untilTaken,
  usageChunk,
} from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { canary, strangersCode } from './sample-country.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url, timeout: 5000 });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

/** Sends the end of the answer in packets of its own. */
function lately(said: readonly unknown[], ...ends: readonly (readonly unknown[])[]): Script {
  return async (response) => {
    startStream(response).write(frames(said));
    for (const end of ends) {
      await sleep(30);
      response.write(frames(end));
      await untilTaken(response);
    }
    if (ends.length > 0) response.end();
  };
}

describe('what a refused answer used is counted', () => {
  const json = question('Hi', { response_format: { type: 'json_object' } });
  const call = { tool_calls: [{ index: 0, id: 'a', function: { name: canary, arguments: '{}' } }] };
  test.each([
    ['legal_refusal', json, chunk({ content: `{"a":"${canary}"}` })],
    ['charter_refusal', json, chunk({ content: `{"a":"${strangersCode}"}` })],
    ['legal_refusal', question('Hi'), chunk(call)],
  ])('also when it comes in later packets (%s, %j)', async (code, asked, said) => {
    upstream.play(lately([said, stop], [chunk({})], [usageChunk, done]));
    for (const stream of [false, true]) {
      const answer = await answerOf(await gateway.post({ ...asked, stream }));
      expect(answer.error).toBe(code);
      expect(gateway.used.at(-1)).toMatchObject({ inputTokens: 7, outputTokens: 5 });
    }
  });

  test('and is not waited for without end: an upstream that falls silent is left', async () => {
    const aborted = upstream.aborted();
    upstream.play(lately([chunk({ content: `{"a":"${canary}"}` }), stop]));
    expect((await answerOf(await gateway.post(json))).error).toBe('legal_refusal');
    expect(gateway.used.at(-1)).toMatchObject({ inputTokens: 0, omitted: 1 });
    await expect.poll(() => upstream.aborted()).toBe(aborted + 1);
  });
});
