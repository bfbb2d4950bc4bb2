import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOfText } from '@parlance/core';
import { createCountry } from '../../apps/gateway/src/country/country.ts';
import { answerOf } from './answers.ts';
import { chunk, done, frames, type MockUpstream, startMockUpstream, startStream, stop } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { canary, samplePackOf } from './sample-country.ts';

/** The older version leaves a word out by law; the newer one has no such rule. */
const older = createCountry(samplePackOf({ version: '1.0.0' }), new Map());
const newer = createCountry(samplePackOf({ version: '2.0.0', digest: digestOfText('2.0.0'), restrictions: [] }), new Map());

let current = older;
let upstream: MockUpstream;
let gateway: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({
    upstreamUrl: upstream.url,
    countries: { current: () => current, find: () => Promise.resolve(null), refused: () => null },
  });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

/** Asks, and changes the pack when the upstream has said its first sentence. */
async function askWhileReplaced(stream: boolean): Promise<string> {
  current = older;
  upstream.play(async (response) => {
    startStream(response);
    response.write(frames([chunk({ content: 'First sentence. ' })]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    current = newer;
    response.end(frames([chunk({ content: `Then ${canary} came.` }), stop, done]));
  });
  const response = await gateway.post(question('Hi', { stream }));
  return `${response.headers.get('parlance-pack') ?? ''}\n${await response.text()}`;
}

test.each([true, false])('a pack that is replaced in the middle of an answer changes nothing about it (stream: %s)', async (stream) => {
  const begun = await askWhileReplaced(stream);
  expect(begun).not.toContain(canary);
  expect(begun).toContain('EE@1.0.0');
  expect(begun).toContain('"version":"1.0.0"');
  expect(begun).not.toContain('2.0.0');
  upstream.play((response) => {
    startStream(response);
    response.end(frames([chunk({ content: `Then ${canary} came.` }), stop, done]));
  });
  const next = await answerOf(await gateway.post(question('Hi')));
  expect(JSON.stringify(next)).toContain(canary);
  expect(JSON.stringify(next)).toContain('2.0.0');
});
