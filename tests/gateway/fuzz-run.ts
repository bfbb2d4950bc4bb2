import { findMatches } from '@parlance/disclosure';
import { errorEnvelope } from '@parlance/wire';
import { expect } from 'vitest';
import { z } from 'zod';
import { answerOf } from './answers.ts';
import { chunk, done, frames, type MockUpstream, type Script, startMockUpstream, startStream, stop, usageChunk } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { canary, sampleCountry, strangersCode } from './sample-country.ts';
import { createConnection, pick, randomness, requestBytes } from './fuzz-requests.ts';

async function withServers(run: (gateway: RunningGateway, upstream: MockUpstream) => Promise<void>): Promise<void> {
  const upstream = await startMockUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.url, timeout: 1000, bodyLimit: 100_000 });
  try {
    await run(gateway, upstream);
  } finally {
    await gateway.close();
    await upstream.close();
  }
}

/** Sends mutated requests over a few keep-alive connections; gives how many replies had which status. */
export async function fuzzRequests(count: number, seed: number): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  await withServers(async (gateway, upstream) => {
    upstream.play(asAsked);
    const work = async (worker: number): Promise<void> => {
      const connection = createConnection(Number(new URL(gateway.url).port));
      for (let index = worker; index < count; index += workers) {
        const bytes = requestBytes(randomness(seed * 1_000_003 + index));
        const reply = await connection.send(bytes);
        const name = `request ${index} of seed ${seed}: ${bytes.toString('latin1').slice(0, 300)}`;
        statuses.set(reply?.status ?? 0, (statuses.get(reply?.status ?? 0) ?? 0) + 1);
        if (reply === null) continue;
        expect(reply.status, name).toBeLessThan(500);
        expect(reply.body, name).not.toContain('748159');
        if (reply.status >= 400 && reply.body !== '')
          expect(errorEnvelope.safeParse(parsed(reply.body)).success, `${name}\n${reply.body}`).toBe(true);
      }
      connection.close();
    };
    const workers = 4;
    await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
    expect((await answerOf(await gateway.post(question('Still here?')))).status).toBe(200);
    expect(gateway.logged()).not.toContain('"level":50');
  });
  return statuses;
}

const asked = z.object({ n: z.int().catch(1), response_format: z.object({ type: z.string() }).catch({ type: 'text' }) });

/** A good server answers in as many choices as it was asked for, and in JSON where that was asked for. */
const asAsked: Script = (response, request) => {
  const { n, response_format: format } = asked.parse(JSON.parse(request.text));
  const [before, after] = format.type.startsWith('json') ? ['{"text":"', '"}'] : ['', ''];
  const chunks = Array.from({ length: n }, (_, index) => [
    chunk({ content: `${before}Fine. ` }, { index }),
    chunk({ content: `${canary}.${after}` }, { index }),
    chunk({}, { index, finish_reason: 'stop' }),
  ]);
  startStream(response).end(frames([...chunks.flat(), usageChunk, done]));
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const oddFrames: readonly unknown[] = [
  ...[
    '',
    'x',
    '{',
    '[DONE]',
    'null',
    '[]',
    '{"choices":null}',
    '{"choices":[null]}',
    '{"choices":[{"delta":5}]}',
    '{"choices":[{"index":-1,"delta":{"content":"x"}}]}',
    '{"choices":[{"index":1e9}]}',
  ],
  chunk({ content: null }),
  chunk({ content: 5 }),
  chunk({ content: [canary] }),
  chunk({ aside: canary }),
  chunk({ reasoning_content: canary }),
  chunk({ refusal: `no ${canary}` }),
  chunk({ content: '\ud83d' }),
  chunk({ content: '⟦1⟧ ⟦isikukood-1⟧' }),
  chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: `{"x":"${canary}"` } }] }),
  chunk({ tool_calls: [{ function: null }] }),
  chunk({ tool_calls: [{ index: 3, function: { name: canary, arguments: '{}' } }] }),
  chunk({ content: 'other' }, { index: 1 }),
  chunk({}, { finish_reason: 'length' }),
  chunk({}, { finish_reason: 'stop', index: 1 }),
  { error: { message: canary } },
  usageChunk,
  { usage: { prompt_tokens: -1 }, choices: [] },
];

function mutatedStream(random: () => number): Buffer {
  const text = `A ${canary} b, ${strangersCode}! c-${canary}`;
  const list: unknown[] = [...[...text.matchAll(/[\s\S]{1,5}/g)].map(([content]) => chunk({ content })), stop, usageChunk, done];
  for (let rounds = Math.floor(random() * 4); rounds > 0; rounds--) {
    const at = Math.floor(random() * list.length);
    const change = random();
    if (change < 0.5) list.splice(at, 0, pick(random, oddFrames));
    else if (change < 0.7) list.splice(at, 1);
    else list.splice(at, 1, list[Math.floor(random() * list.length)]);
  }
  const bytes = Buffer.from(frames(list, pick(random, ['\n', '\r\n', '\r'])));
  if (random() < 0.3)
    for (let flips = 1 + Math.floor(random() * 4); flips > 0; flips--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return random() < 0.15 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
}

const screen = sampleCountry().screen('citizen-services', '2026-11-21');

/** Plays mutated streams; gives how many answers had which ending. */
export async function fuzzStreams(count: number, seed: number): Promise<ReadonlyMap<string, number>> {
  const endings = new Map<string, number>();
  await withServers(async (gateway, upstream) => {
    for (let index = 0; index < count; index++) {
      const random = randomness(seed * 1_000_003 + index);
      const bytes = mutatedStream(random);
      const isCut = random() < 0.1;
      upstream.play((response) => {
        startStream(response).write(bytes, () => {
          if (isCut) response.destroy();
          else response.end();
        });
      });
      const isStream = index % 2 === 0;
      const answer = await answerOf(await gateway.post(question('Hi', { stream: isStream })));
      const name = `stream ${index} of seed ${seed}`;
      // A mutation can make another word of the secret. What is delivered must hold nothing that the rules would still find.
      const said = [...Object.values(answer.texts), ...answer.tools.map((tool) => tool.arguments)];
      for (const text of said)
        expect(
          findMatches(screen, text).filter(({ rule }) => rule !== 'charter.forged-notice'),
          name,
        ).toEqual([]);
      if (said.length === 0) expect(answer.raw, name).not.toContain('748159');
      expect(answer.raw.match(/"parlance":\{"ending":/g), name).toHaveLength(1);
      expect(answer.error === null, name).toBe(!isStream || answer.isDone ? answer.status === 200 : false);
      expect(answer.error, name).not.toBe('internal_error');
      endings.set(answer.parlance?.ending ?? 'none', (endings.get(answer.parlance?.ending ?? 'none') ?? 0) + 1);
    }
    expect(gateway.logged()).not.toContain('"level":50');
    expect(gateway.used).toHaveLength(count);
  });
  return endings;
}
