import OpenAI from 'openai';
import { parlanceObject } from '@parlance/wire';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  chunk,
  cutAfter,
  done,
  frames,
  jsonAnswer,
  type MockUpstream,
  plainStream,
  startMockUpstream,
  startStream,
  stop,
  streamOf,
  usageChunk,
} from './mock-upstream.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';
import { canary } from './sample-country.ts';

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
  upstream.play(plainStream('Hello.'));
});

const ask = (content: string) => ({ model: 'parlance', messages: [{ role: 'user' as const, content }] });

async function streamed(content: string, more: object = {}) {
  const stream = await gateway.client.chat.completions.create({ ...ask(content), ...more, stream: true });
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const each of stream) chunks.push(each);
  return chunks;
}

function member(value: object): unknown {
  return 'parlance' in value ? value.parlance : undefined;
}

describe.each([
  ['et', 'Kuidas ma saan uue passi taotleda ja kui palju see maksab?'],
  ['ru', 'Как мне получить новый паспорт и сколько это стоит?'],
  ['en', 'How do I get a new passport and how much does it cost?'],
])('the official client in %s', (language, content) => {
  test('gets a whole answer with a valid parlance object', async () => {
    upstream.play(plainStream('One ', `${canary} two.`));
    const answer = await gateway.client.chat.completions.create(ask(content));
    const parlance = parlanceObject.parse(member(answer));
    expect(parlance).toMatchObject({ ending: 'done', language, changes: { omitted: 1, added: 0 } });
    expect(answer.choices[0]?.message.content).not.toContain(canary);
    expect(answer.choices[0]?.message.content).toContain('⟦1');
    // It would tell how long that was which is left out.
    expect(answer.usage).toBeUndefined();
  });

  test('gets the same answer as a stream, each disclosure on its chunk and the whole object on the last', async () => {
    upstream.play(plainStream('One ', `${canary} two. `, 'Three forbidden', ' phrase.'));
    const whole = await gateway.client.chat.completions.create(ask(content));
    const chunks = await streamed(content);
    expect(chunks.map((each) => each.choices[0]?.delta.content ?? '').join('')).toBe(whole.choices[0]?.message.content);
    const partial = chunks
      .slice(0, -1)
      .map(member)
      .filter((each) => each !== undefined);
    const last = parlanceObject.parse(member(chunks.at(-1)!));
    expect(partial).toEqual(last.disclosures.map((disclosure) => ({ disclosures: [disclosure] })));
    // Each answer has a record of its own.
    const { receipt } = last;
    expect({ ...parlanceObject.parse(member(whole)), receipt }).toEqual(last);
    expect(receipt?.status).toBe('promised');
    expect(last.disclosures).toHaveLength(2);
  });
});

test('the usage chunk comes only when it is asked for', async () => {
  expect((await streamed('Hi')).filter(({ choices }) => choices.length === 0)).toEqual([]);
  const chunks = await streamed('Hi', { stream_options: { include_usage: true } });
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 12 } });
  expect(parlanceObject.safeParse(member(chunks.at(-1)!)).success).toBe(true);
  expect(chunks.filter((each) => member(each) !== undefined)).toHaveLength(1);
});

test('interleaved choices are each screened and whole', async () => {
  const of = (index: number, content: string) => chunk({ content }, { index });
  upstream.play(
    streamOf([
      of(0, 'A can'),
      of(1, 'B '),
      of(0, 'ary-748159 a.'),
      of(1, 'b.'),
      chunk({}, { index: 1, finish_reason: 'length' }),
      stop,
      usageChunk,
      done,
    ]),
  );
  const { choices } = await gateway.client.chat.completions.create({ ...ask('Hi'), n: 2 });
  expect(choices.map(({ finish_reason }) => finish_reason)).toEqual(['stop', 'length']);
  expect(choices[1]?.message.content).toBe('B b.');
  expect(choices[0]?.message.content).toMatch(/^A ⟦1/);
});

test('tool calls join by index, with arguments that are valid JSON', async () => {
  const call = (index: number, id: string | null, part: string) =>
    chunk({
      tool_calls: [
        {
          index,
          ...(id === null ? {} : { id, type: 'function' }),
          function: { ...(id === null ? {} : { name: `tool_${index}` }), arguments: part },
        },
      ],
    });
  upstream.play(
    streamOf([
      call(0, 'a', ''),
      call(0, null, '{"x":'),
      call(1, 'b', '{"y"'),
      call(0, null, '"1"}'),
      call(1, null, ':2}'),
      chunk({}, { finish_reason: 'tool_calls' }),
      done,
    ]),
  );
  const chunks = await streamed('Hi');
  const calls = chunks.flatMap((each) => each.choices[0]?.delta.tool_calls ?? []);
  expect(calls.map((each) => [each.id, each.function?.name, JSON.parse(each.function?.arguments ?? '') as unknown])).toEqual([
    ['a', 'tool_0', { x: '1' }],
    ['b', 'tool_1', { y: 2 }],
  ]);
});

test('a server that answers with JSON instead of a stream gives the same answer', async () => {
  upstream.play(jsonAnswer({ choices: [{ index: 0, message: { role: 'assistant', content: `One ${canary}.` }, finish_reason: 'stop' }] }));
  const answer = await gateway.client.chat.completions.create(ask('Hi'));
  expect(answer.choices[0]?.message.content).toMatch(/^One ⟦1/);
});

test('models are parlance and what the upstream offers', async () => {
  const ids: string[] = [];
  for await (const { id } of gateway.client.models.list()) ids.push(id);
  expect(ids).toEqual(['parlance', 'mock-model']);
});

describe('the official client raises its own class', () => {
  test.each([
    [401, OpenAI.InternalServerError, 'upstream_rejected'],
    [400, OpenAI.InternalServerError, 'upstream_rejected'],
    [429, OpenAI.RateLimitError, 'upstream_rate_limited'],
    [500, OpenAI.InternalServerError, 'upstream_unavailable'],
  ])('when the upstream says %i', async (status, kind, code) => {
    upstream.play(jsonAnswer({ error: { message: `secret ${canary}` } }, status));
    for (const stream of [false, true]) {
      const failure: unknown = await gateway.client.chat.completions.create({ ...ask('Hi'), stream }).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(kind);
      expect(failure).toMatchObject({ code });
      expect(String(failure)).not.toContain(canary);
    }
  });

  test('for a wrong key, an unknown model, a bad field and an answer that law forbids', async () => {
    const stranger = new OpenAI({ baseURL: `${gateway.url}/v1`, apiKey: 'wrong', maxRetries: 0 });
    await expect(stranger.chat.completions.create(ask('Hi'))).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
    await expect(gateway.client.chat.completions.create({ ...ask('Hi'), model: 'no-such' })).rejects.toBeInstanceOf(OpenAI.NotFoundError);
    await expect(gateway.client.chat.completions.create({ ...ask('Hi'), messages: [] })).rejects.toBeInstanceOf(OpenAI.BadRequestError);
    upstream.play(plainStream('{"code":"37605030299"}'));
    await expect(gateway.client.chat.completions.create({ ...ask('Hi'), response_format: { type: 'json_object' } })).rejects.toBeInstanceOf(
      OpenAI.PermissionDeniedError,
    );
  });

  test('when the stream breaks after it has begun', async () => {
    upstream.play(cutAfter([chunk({ content: 'Half an ' })]));
    const stream = await gateway.client.chat.completions.create({ ...ask('Hi'), stream: true });
    await expect(
      (async () => {
        for await (const each of stream) expect(each.choices).toHaveLength(1);
      })(),
    ).rejects.toBeInstanceOf(OpenAI.APIError);
  });
});

test('comments, CRLF and a byte order mark do not disturb a stream', async () => {
  upstream.play((response) => {
    startStream(response).end(
      `\ufeff: hello\r\n\r\n${frames([chunk({ content: 'Fine.' }), stop], '\r\n')}: bye\r\n\r\ndata: [DONE]\r\n\r\n`,
    );
  });
  expect((await gateway.client.chat.completions.create(ask('Hi'))).choices[0]?.message.content).toBe('Fine.');
});
