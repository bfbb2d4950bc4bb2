import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Passage } from '@parlance/pack';
import { type EgressPolicy } from '@parlance/wire';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { createCountry, type Country } from '../country/country.ts';
import { lookUp } from '../turn/look-up.ts';
import { createEmbeddings, type Embeddings } from './embeddings-client.ts';
import { EmbeddingsReranker, type RerankCounts } from './reranker.ts';

/** Meanings that a model would know: each text is a vector by which of these it is about. */
const subjects = ['sea|ship|ferry', 'luggage|train|rail', 'pet|dog|puppy', 'tax|levy'] as const;
const vectorOf = (text: string): readonly number[] => subjects.map((words) => 0.01 + (text.match(new RegExp(words, 'giu'))?.length ?? 0));

type Answering = (response: ServerResponse, input: readonly string[]) => void;

const right: Answering = (response, input) => {
  // In another order than asked: the index says which is which.
  const data = input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse();
  response.end(JSON.stringify({ data }));
};

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function fakeServer() {
  const seen: string[] = [];
  let connections = 0;
  /** How many connections were opened, whatever was sent on them. */
  const asked = (): number => connections;
  const state = { answering: right, seen, asked };
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { input } = z.object({ input: z.array(z.string()) }).parse(JSON.parse(Buffer.concat(parts).toString()));
      seen.push(...input);
      state.answering(response, input);
    });
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, { baseUrl: `http://127.0.0.1:${port}/v1` });
}

function clientOf(baseUrl: string, jurisdiction: string | null = null): Embeddings {
  const client = createEmbeddings({ baseUrl, key: null, model: 'm', jurisdiction });
  open.push(client);
  return client;
}

const passage = (id: string, text: string): Passage => ({
  ...{ id, text, language: 'en', title: id },
  ...{ publisher: 'p', source: 'https://example.org', licence: 'CC0', date: '2026-01-01' },
});

/** In each pair the words fit the first text better, and the meaning fits the second. */
const country: Country = createCountry(
  samplePack({
    id: 'EE',
    languages: ['en'],
    knowledge: [
      passage('duty', 'Travel across the sea with a pet: tax, levy, tax, levy.'),
      passage(
        'ferry',
        'Who wants to travel across the sea with a pet takes a ferry: on a ship every dog and every puppy waits in the cabin until the harbour.',
      ),
      passage('toll', 'Travel across the mountains with luggage: tax, levy, tax, levy.'),
      passage(
        'rail',
        'Who wants to travel across the mountains with luggage takes a train: by rail every suitcase comes along, and nobody carries it over the pass.',
      ),
      ...['school enrolment', 'identity card', 'driving licence', 'birth registration', 'health insurance', 'student grant'].map(
        (subject) => passage(subject, `How to apply for ${subject}.`),
      ),
    ],
    privacy: { identifiers: ['ee.isikukood'], minimise: ['ee.isikukood'], retention: { max_days: 30 } },
  }),
  new Map(),
);
const questions = [
  ['travel across the sea with a pet', 'ferry'],
  ['travel across the mountains with luggage', 'rail'],
] as const;

function rerankerOf(embeddings: Embeddings, budget = 2000, policy: EgressPolicy = 'minimise') {
  const told: RerankCounts[] = [];
  let time = 0;
  const reranker = new EmbeddingsReranker({ embeddings, now: () => time, onFault: (counts) => told.push(counts), budget, policy });
  return { reranker, told, pass: (milliseconds: number) => (time += milliseconds) };
}

async function ready(reranker: EmbeddingsReranker, seen: readonly string[]): Promise<void> {
  const found = lookUp(country, questions[0][0], 'en');
  await expect.poll(async () => (await reranker.rerank(country, questions[0][0], found), reranker.counts().reranked)).toBeGreaterThan(0);
  expect(seen.length).toBeGreaterThan(0);
}

describe('with a server of embeddings', () => {
  test('what means the same comes before what has the same words, and nothing becomes known or unknown', async () => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl));
    await ready(reranker, server.seen);
    let [before, after] = [0, 0];
    for (const [question, best] of questions) {
      const found = lookUp(country, question, 'en');
      const better = await reranker.rerank(country, question, found);
      if (found.passages[0]?.id === best) before++;
      if (better.passages[0]?.id === best) after++;
      expect(better.passages.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
        found.passages.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      );
    }
    expect([before, after]).toEqual([0, 2]);
  });

  test('vectors of a pack are made once', async () => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl));
    await ready(reranker, server.seen);
    await reranker.rerank(country, questions[1][0], lookUp(country, questions[1][0], 'en'));
    expect(server.seen.filter((text) => text.startsWith('ferry'))).toHaveLength(1);
  });

  test.each([
    [null, false],
    ['FI', false],
    ['EE', true],
  ])('in %s an identifier of a question leaves: %s', async (jurisdiction, leaves) => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl, jurisdiction));
    await ready(reranker, server.seen);
    const question = `${questions[0][0]} 37605030299`;
    await reranker.rerank(country, question, lookUp(country, question, 'en'));
    expect(server.seen.some((text) => text.includes('37605030299'))).toBe(leaves);
    expect(server.seen.some((text) => text.startsWith(questions[0][0]) && text !== questions[0][0])).toBe(true);
  });

  test('a question for which nothing is to be ordered does not leave', async () => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl));
    await ready(reranker, server.seen);
    const question = 'What is the capital of Peru?';
    const found = lookUp(country, question, 'en');
    expect(await reranker.rerank(country, question, found)).toBe(found);
    expect(server.seen).not.toContain(question);
  });
});

describe('what may not leave the country does not, and nobody waits for it', () => {
  const rerank = (reranker: EmbeddingsReranker, question: string) => reranker.rerank(country, question, lookUp(country, question, 'en'));

  test.each([null, 'FI'])(
    'with home-only, a server in %s is asked nothing at all, not even the texts of the pack',
    async (jurisdiction) => {
      const server = await fakeServer();
      const { reranker } = rerankerOf(clientOf(server.baseUrl, jurisdiction), 2000, 'home-only');
      for (const [question] of questions) {
        const found = lookUp(country, question, 'en');
        expect(await reranker.rerank(country, question, found)).toBe(found);
      }
      expect(server.seen).toEqual([]);
      expect(server.asked()).toBe(0);
    },
  );

  test('with home-only, a server at home is asked, identifiers included', async () => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl, 'EE'), 2000, 'home-only');
    await ready(reranker, server.seen);
    expect((await rerank(reranker, `${questions[0][0]} 37605030299`)).left).toEqual({ jurisdiction: 'EE', policy: 'home' });
  });

  test.each([null, 'FI'])('with refuse, a question with an identifier reaches no server in %s, in no form', async (jurisdiction) => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl, jurisdiction), 2000, 'refuse');
    await ready(reranker, server.seen);
    const before = [server.asked(), server.seen.length];
    for (const written of ['37605030299', '376 0503 0299', '٣٧٦٠٥٠٣٠٢٩٩', '376\u200b05030299']) {
      const question = `${questions[0][0]} ${written}`;
      const found = lookUp(country, question, 'en');
      expect(await reranker.rerank(country, question, found)).toBe(found);
    }
    expect([server.asked(), server.seen.length]).toEqual(before);
  });

  test('with refuse, a question without one is ordered', async () => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl), 2000, 'refuse');
    await ready(reranker, server.seen);
    expect((await rerank(reranker, questions[1][0])).left).toEqual({ jurisdiction: null, policy: 'refuse' });
  });
});

const json =
  (body: unknown): Answering =>
  (response) =>
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
const one = (embedding: unknown) => ({ data: [{ index: 0, embedding }] });

describe('the order of the words stands and is counted', () => {
  test.each<readonly [string, keyof RerankCounts, Answering]>([
    ['an error', 'embeddings_down', (response) => response.writeHead(500).end()],
    ['a broken connection', 'embeddings_down', (response) => response.destroy()],
    ['nothing in time', 'embeddings_slow', () => undefined],
    ['no JSON', 'embeddings_nonsense', json('<html>')],
    ['no vectors', 'embeddings_nonsense', json({ data: [] })],
    ['too many vectors', 'embeddings_nonsense', json({ data: [0, 1].map((index) => ({ index, embedding: [1, 0, 0, 0] })) })],
    ['another index', 'embeddings_nonsense', json({ data: [{ index: 7, embedding: [1, 0, 0, 0] }] })],
    ['an empty vector', 'embeddings_nonsense', json(one([]))],
    ['a vector of nothing', 'embeddings_nonsense', json(one([0, 0, 0, 0]))],
    ['numbers that are none', 'embeddings_nonsense', json('{"data":[{"index":0,"embedding":[NaN,1,1,1]}]}')],
    ['numbers that overflow', 'embeddings_nonsense', json('{"data":[{"index":0,"embedding":[1e999,1,1,1]}]}')],
    ['numbers as texts', 'embeddings_nonsense', json(one(['1', '2']))],
    ['a giant body', 'embeddings_nonsense', (response) => response.end(' '.repeat(400_000))],
  ])('when the server gives %s', async (_, reason, answering) => {
    const server = await fakeServer();
    const { reranker, told, pass } = rerankerOf(clientOf(server.baseUrl), 400);
    await ready(reranker, server.seen);
    server.answering = answering;
    const found = lookUp(country, questions[1][0], 'en');
    const answered = await reranker.rerank(country, questions[1][0], found);
    expect(answered).toMatchObject(found);
    // The question has left all the same, and the answer tells so.
    expect(answered.left).toMatchObject({ policy: expect.stringMatching(/home|minimise/u) as string });
    expect(reranker.counts()[reason]).toBe(1);
    // It is left alone for a while, then asked again.
    server.answering = right;
    expect(await reranker.rerank(country, questions[1][0], found)).toBe(found);
    pass(5001);
    expect(await reranker.rerank(country, questions[1][0], found)).not.toBe(found);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('travel');
  });

  test('when its vectors are of another dimension than those of the pack', async () => {
    const server = await fakeServer();
    const { reranker } = rerankerOf(clientOf(server.baseUrl));
    await ready(reranker, server.seen);
    server.answering = json(one([1, 2]));
    const found = lookUp(country, questions[1][0], 'en');
    expect(await reranker.rerank(country, questions[1][0], found)).toMatchObject(found);
    expect(reranker.counts().embeddings_nonsense).toBe(1);
  });
});
