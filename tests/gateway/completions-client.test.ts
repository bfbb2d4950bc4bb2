import { parlanceObject } from '@parlance/wire';
import type OpenAI from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerOf } from './answers.ts';
import { chunk, cutAfter, done, type MockUpstream, plainStream, startMockUpstream, stop, streamOf } from './mock-upstream.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';
import { canary, person } from './sample-country.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url, timeout: 300 });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});
beforeEach(() => {
  upstream.requests.length = 0;
  upstream.play(plainStream('Hello.'));
});

const ask = { model: 'parlance', prompt: 'How do I get a passport?' } as const;

async function streamed(more: object = {}): Promise<readonly OpenAI.Completion[]> {
  const chunks: OpenAI.Completion[] = [];
  for await (const each of await gateway.client.completions.create({ ...ask, ...more, stream: true })) chunks.push(each);
  return chunks;
}

const textOf = (chunks: readonly OpenAI.Completion[], choice = 0) =>
  chunks.flatMap(({ choices }) => choices.filter(({ index }) => index === choice).map(({ text }) => text)).join('');

function member(value: object | undefined): unknown {
  return value !== undefined && 'parlance' in value ? value.parlance : undefined;
}

describe('the official client', () => {
  test('gets a completion with a valid parlance object, the same streamed and whole', async () => {
    upstream.play(plainStream('One ', `${canary} two.`));
    const whole = await gateway.client.completions.create(ask);
    expect(whole).toMatchObject({ object: 'text_completion', model: 'mock-model' });
    expect(whole).not.toHaveProperty('usage');
    expect(whole.id).toMatch(/^cmpl-/);
    expect(whole.choices).toMatchObject([{ index: 0, logprobs: null, finish_reason: 'stop' }]);
    expect(whole.choices[0]?.text).toMatch(/^One ⟦1/);
    const chunks = await streamed();
    expect(textOf(chunks)).toBe(whole.choices[0]?.text);
    expect(JSON.stringify([whole, chunks])).not.toContain(canary);
    const last = parlanceObject.parse(member(chunks.at(-1)));
    expect(last).toMatchObject({ ending: 'done', changes: { omitted: 1, added: 0 } });
    expect(chunks.slice(0, -1).flatMap((each) => member(each) ?? [])).toEqual([{ disclosures: last.disclosures }]);
    expect(new Set(chunks.map(({ object }) => object))).toEqual(new Set(['text_completion']));
  });

  test('gets several choices, and the usage as a last chunk when it asks for it', async () => {
    const of = (index: number, content: string) => chunk({ content }, { index });
    const finish = (index: number) => chunk({}, { index, finish_reason: 'stop' });
    upstream.play(streamOf([of(0, 'A'), of(1, 'B'), finish(1), finish(0), done]));
    const { choices } = await gateway.client.completions.create({ ...ask, n: 2 });
    expect(choices.map(({ index, text }) => [index, text])).toEqual([
      [0, 'A'],
      [1, 'B'],
    ]);
    upstream.play(plainStream('Hello.'));
    expect((await streamed({ stream_options: { include_usage: true } })).at(-1)).toMatchObject({
      choices: [],
      usage: { total_tokens: 12 },
    });
  });

  test('gets an error and no good end when the upstream breaks off', async () => {
    upstream.play(cutAfter([chunk({ content: 'Half an ' })]));
    await expect(streamed()).rejects.toMatchObject({ code: 'upstream_truncated' });
    await expect(gateway.client.completions.create(ask)).rejects.toMatchObject({ status: 502, code: 'upstream_truncated' });
  });
});

test('reasoning and a refusal stand beside the text, screened', async () => {
  upstream.play(streamOf([chunk({ reasoning_content: `a ${canary}` }), chunk({ refusal: 'no' }), stop, done]));
  const whole = await gateway.client.completions.create(ask);
  expect(whole.choices).toMatchObject([{ text: '', refusal: 'no', reasoning_content: expect.stringMatching(/^a ⟦1/) as unknown }]);
  expect(member(whole)).toMatchObject({ ending: 'upstream_refusal' });
});

test('a tool call has no place, so an answer with one is refused and nothing of it is told', async () => {
  upstream.play(
    streamOf([chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: `{"x":"${canary}"}` } }] }), stop, done]),
  );
  for (const stream of [false, true]) {
    const answer = await answerOf(await gateway.post({ ...ask, stream }, { path: '/v1/completions' }));
    expect([answer.status, answer.error, answer.parlance?.ending]).toEqual([502, 'upstream_malformed', 'outage']);
    expect(answer.raw).not.toContain(canary);
  }
});

describe('what is asked', () => {
  test('leaves as a chat with one message, without identifiers', async () => {
    await gateway.client.completions.create({
      ...ask,
      prompt: [`Minu kood on ${person.code}`],
      max_tokens: 5,
      stop: ['x'],
      seed: 1,
      best_of: 1,
      echo: false,
      suffix: null,
      logprobs: null,
    });
    const { messages, ...settings } = JSON.parse(upstream.requests[0]?.text ?? '{}') as Record<string, unknown>;
    expect((messages as readonly unknown[]).slice(1)).toEqual([{ role: 'user', content: 'Minu kood on ⟦isikukood-1⟧' }]);
    expect(settings).toEqual({
      model: 'mock-model',
      max_tokens: 5,
      stop: ['x'],
      seed: 1,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  const refused: readonly (readonly [string, object, string])[] = [
    ['prompt', { prompt: ['one', 'two'] }, 'invalid_request'],
    ['prompt', { prompt: [1, 2, 3] }, 'invalid_request'],
    ['prompt.0', { prompt: [[1, 2, 3]] }, 'invalid_request'],
    ['prompt', { prompt: [] }, 'invalid_request'],
    ['prompt', { prompt: undefined }, 'invalid_request'],
    ['suffix', { suffix: 'x' }, 'unsupported_parameter'],
    ['echo', { echo: true }, 'unsupported_parameter'],
    ['best_of', { best_of: 3 }, 'unsupported_parameter'],
    ['logprobs', { logprobs: 1 }, 'unsupported_parameter'],
    ['n', { n: 17 }, 'invalid_request'],
    ['parlance.language', { parlance: { language: 'xx' } }, 'unsupported_language'],
  ];
  test.each(refused)('is refused before anybody is asked, and %s is named (%j)', async (param, more, code) => {
    const response = await gateway.post({ ...ask, ...more }, { path: '/v1/completions' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { param, code } });
    expect(upstream.requests).toEqual([]);
  });

  test('is refused when it has a member that cannot be passed on', async () => {
    const response = await gateway.post({ ...ask, top_k: 3 }, { path: '/v1/completions' });
    expect([response.status, upstream.requests.length]).toEqual([400, 0]);
  });
});
