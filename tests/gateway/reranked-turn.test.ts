import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Reranker } from '../../apps/gateway/src/embeddings/reranker.ts';
import { memoryLog } from './memory-log.ts';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { sampleCountry } from './sample-country.ts';

const passage = (id: string) => ({
  ...{ id, language: 'en', title: 'Cat passport', text: `A cat passport is applied for at the zoo: ${id}.` },
  ...{ publisher: id, source: 'https://example.org/cat', licence: 'CC0', date: '2026-11-01' },
});
const fillers = ['school', 'tax', 'pension', 'health', 'driving', 'housing'].map((subject) => ({
  ...passage(subject),
  ...{ title: subject, text: `About ${subject} and its offices.` },
}));
const asked: string[] = [];
/** Turns every order around. */
const reranker: Reranker = {
  rerank: (_country, text, { cards, passages }) => {
    asked.push(text);
    return Promise.resolve({ cards: cards.toReversed(), passages: passages.toReversed() });
  },
  counts: () => ({ reranked: asked.length, embeddings_slow: 2, embeddings_down: 0, embeddings_nonsense: 0 }),
};

let upstream: MockUpstream;
let plain: RunningGateway;
let ordered: RunningGateway;
let unrecorded: RunningGateway;
beforeAll(async () => {
  upstream = await startMockUpstream();
  const parts = { upstreamUrl: upstream.url, country: sampleCountry({ knowledge: [passage('one'), passage('two'), ...fillers] }) };
  plain = await startGateway(parts);
  ordered = await startGateway({ ...parts, reranker });
  const log = { ...memoryLog(), intend: () => Promise.reject(new Error('no disk')) };
  unrecorded = await startGateway({ ...parts, reranker, log });
});
afterAll(async () => {
  await Promise.all([plain.close(), ordered.close(), unrecorded.close()]);
  await upstream.close();
});
beforeEach(() => {
  asked.length = 0;
  upstream.play(plainStream('At the zoo.'));
});

const publishers = async (gateway: RunningGateway): Promise<readonly string[]> => {
  const text = await (await gateway.post(question('How is a cat passport applied for?', { parlance: { language: 'en' } }))).text();
  return [...text.matchAll(/"publisher":"(\w+)"/g)].map(([, name = '']) => name);
};

test('an order by meaning is the order of the sources', async () => {
  const before = await publishers(plain);
  expect(before).toHaveLength(2);
  expect(await publishers(ordered)).toEqual(before.toReversed());
  expect(asked).toEqual(['How is a cat passport applied for?']);
});

test('the words of a person in distress are not ordered by anybody', async () => {
  await (await ordered.post(question('I want to kill myself'))).text();
  expect(asked).toEqual([]);
});

test('what cannot be recorded does not leave', async () => {
  await (await unrecorded.post(question('How is a cat passport applied for?'))).text();
  expect(asked).toEqual([]);
});

test('/readyz tells how often there was an order by meaning, only where one is configured', async () => {
  const stateOf = async (gateway: RunningGateway) => (await fetch(`${gateway.url}/readyz`)).text();
  expect(await stateOf(ordered)).toContain('"embeddings":{"reranked":0,"embeddings_slow":2');
  expect(await stateOf(plain)).not.toContain('embeddings');
});
