import { afterAll, beforeAll, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { chunk, frames, type MockUpstream, slowly, startMockUpstream, startStream } from '../gateway/mock-upstream.ts';
import { holdLongWaits, type LongWaits } from '../gateway/long-waits.ts';
import { asking, startGateway, type TestGateway } from './running-gateway.ts';

let upstream: MockUpstream;
let gateway: TestGateway;
let waits: LongWaits;

beforeAll(async () => {
  waits = holdLongWaits();
  upstream = await startMockUpstream();
  gateway = await startGateway(upstream.url);
});
afterAll(async () => {
  waits.release();
  await gateway.close();
  await upstream.close();
});

interface Reading {
  /** What came so far. */
  readonly text: () => string;
  /** Whether the body came to its end. */
  readonly isWhole: Promise<boolean>;
}

/** Opens a stream and waits for its first words. */
async function openStream(): Promise<Reading> {
  const response = await fetch(`${gateway.address}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` },
    body: JSON.stringify(asking('Hi', { stream: true })),
  });
  let text = '';
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) text += decoder.decode(part, { stream: true });
  };
  const isWhole = read().then(
    () => true,
    () => false,
  );
  await expect.poll(() => text).toContain('word');
  return { text: () => text, isWhole };
}

test('closing the server ends streams in bounded time: one that ends soon is whole, one that does not is broken and never done', async () => {
  upstream.play(
    slowly(
      Array.from({ length: 40 }, () => 'word '),
      10,
    ),
  );
  const soon = await openStream();
  upstream.play((response) => void startStream(response).write(frames([chunk({ content: 'word ' }), chunk({ content: 'and ' })])));
  const silent = await openStream();
  upstream.play(slowly(Array(100_000).fill('word '), 20));
  const endless = await openStream();
  const aborted = upstream.aborted();

  let isClosed = false;
  const closed = gateway.close().then(() => (isClosed = true));
  expect(await soon.isWhole).toBe(true);
  expect(soon.text()).toMatch(/data: \[DONE\]\n\n$/);
  await sleep(50);
  expect(isClosed).toBe(false);
  expect(Math.min(...waits.going())).toBeLessThan(20_000);

  waits.pass();
  await closed;
  for (const { isWhole, text } of [silent, endless]) {
    expect(await isWhole).toBe(false);
    expect(text()).not.toContain('[DONE]');
    expect(text()).not.toContain('"ending":');
  }
  await expect.poll(() => upstream.aborted()).toBe(aborted + 2);
});
