import { afterEach, expect, test } from 'vitest';
import { openMetrics } from '../../apps/gateway/src/metrics/open-metrics.ts';
import { answerOf } from './answers.ts';
import { chunk, done, frames, type MockUpstream, startMockUpstream, startStream } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { canary } from './sample-country.ts';

type OpenMetrics = Awaited<ReturnType<typeof openMetrics>>;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Servers {
  readonly upstream: MockUpstream;
  readonly gateway: RunningGateway;
  readonly metrics: OpenMetrics;
  /** What Prometheus reads, by name and labels. */
  readonly read: () => Promise<ReadonlyMap<string, number>>;
  readonly text: () => Promise<string>;
}

async function startAll(): Promise<Servers> {
  const upstream = await startMockUpstream();
  const metrics = await openMetrics({ host: '127.0.0.1', port: 0 });
  const gateway = await startGateway({ upstreamUrl: upstream.url, metrics });
  open.push(gateway, metrics, upstream);
  const text = async (): Promise<string> => (await fetch(metrics.address)).text();
  const read = async () =>
    new Map(
      (await text())
        .split('\n')
        .filter((line) => line.startsWith('parlance_'))
        .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))] as const),
    );
  return { upstream, gateway, metrics, read, text };
}

/** One packet for each text, so that each is a step of its own. */
function inPackets(texts: readonly string[]): Parameters<MockUpstream['play']>[0] {
  return async (response) => {
    startStream(response);
    for (const text of texts) {
      response.write(frames([chunk({ content: text })]));
      await new Promise((next) => setTimeout(next, 30));
    }
    response.end(frames([chunk({}, { finish_reason: 'stop' }), done]));
  };
}

test('text in which nothing can match is held back by nothing, and what may match is held to its end', async () => {
  const { upstream, gateway, read } = await startAll();
  upstream.play(inPackets(['Good morning! ', 'How are you? ']));
  await (await gateway.post({ ...question('Hello?'), stream: true })).text();
  const calm = await read();
  expect(calm.get('parlance_held_back_characters_sum')).toBe(0);
  expect(calm.get('parlance_held_back_characters_count')).toBeGreaterThanOrEqual(2);

  upstream.play(inPackets(['It is a forbidd', 'en p', 'ear. ']));
  await (await gateway.post({ ...question('And now?'), stream: true })).text();
  const held = await read();
  // "forbidd" and then "forbidden p" may still become the forbidden phrase; with "ear" they no longer can.
  expect(held.get('parlance_held_back_characters_sum')).toBe('forbidd'.length + 'forbidden p'.length);
});

test('answers are counted by their ending and changes by their cause, and nothing that was said is among them', async () => {
  const { upstream, gateway, read, text } = await startAll();
  upstream.play(inPackets([`It is ${canary}. `, 'Yes.']));
  await answerOf(await gateway.post(question('What is it?')));
  const counted = await read();
  expect(counted.get('parlance_answers_total{ending="done"}')).toBe(1);
  expect(counted.get('parlance_disclosures_total{kind="omit",cause="law"}')).toBe(1);
  expect(await text()).not.toContain('748159');
});

test('only GET /metrics is there, and it is not on the address of the public', async () => {
  const { gateway, metrics } = await startAll();
  const base = metrics.address.replace('/metrics', '');
  expect((await fetch(`${base}/`)).status).toBe(404);
  expect((await fetch(`${base}/metrics`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(metrics.address)).headers.get('content-type')).toContain('version=0.0.4');
  expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
});

test('a port that is taken is told with the settings to look at', async () => {
  const { metrics } = await startAll();
  const { port } = new URL(metrics.address);
  await expect(openMetrics({ host: '127.0.0.1', port: Number(port) })).rejects.toThrow(
    /cannot serve metrics on 127\.0\.0\.1:\d+ \(EADDRINUSE\); check PARLANCE_METRICS_HOST and PARLANCE_METRICS_PORT/,
  );
});
