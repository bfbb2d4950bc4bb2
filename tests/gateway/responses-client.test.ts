import { parlanceObject } from '@parlance/wire';
import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { chunk, cutAfter, done, type MockUpstream, plainStream, startMockUpstream, stop, streamOf, usageChunk } from './mock-upstream.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';
import { canary, strangersCode } from './sample-country.ts';

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

type Asked = Omit<OpenAI.Responses.ResponseCreateParamsNonStreaming, 'stream'>;

const ask = (more: Asked = {}): Asked => ({ model: 'parlance', input: 'How do I get a passport?', ...more });
const tool = { type: 'function', name: 'f', parameters: { type: 'object', properties: {} }, strict: false } as const;

async function streamed(asked: Asked): Promise<readonly OpenAI.Responses.ResponseStreamEvent[]> {
  const events: OpenAI.Responses.ResponseStreamEvent[] = [];
  for await (const event of await gateway.client.responses.create({ ...asked, stream: true })) events.push(event);
  return events;
}

function member(value: object | undefined): unknown {
  return value !== undefined && 'parlance' in value ? value.parlance : undefined;
}

const sent = (): Record<string, unknown> => JSON.parse(upstream.requests[0]?.text ?? '{}') as Record<string, unknown>;
/** Without the layers, which are the first message. */
const sentMessages = (): unknown => (sent()['messages'] as readonly unknown[]).slice(1);

const detailed = {
  ...usageChunk,
  usage: { ...usageChunk.usage, prompt_tokens_details: { cached_tokens: 3 }, completion_tokens_details: { reasoning_tokens: 2 } },
};

const everything = streamOf([
  chunk({ reasoning_content: 'I think.' }),
  chunk({ content: `One ${canary} ` }),
  chunk({ content: 'two.' }),
  chunk({ tool_calls: [{ index: 0, id: 'call_a', type: 'function', function: { name: 'f', arguments: `{"x":"${canary}"}` } }] }),
  chunk({ tool_calls: [{ index: 1, id: 'call_b', type: 'function', function: { name: 'f', arguments: '{"y":2}' } }] }),
  chunk({}, { finish_reason: 'tool_calls' }),
  detailed,
  done,
]);

describe('the official client', () => {
  test('gets a whole response with text and a valid parlance object', async () => {
    upstream.play(plainStream('One ', `${canary} two.`));
    const response = await gateway.client.responses.create(ask({ metadata: { order: '7' }, instructions: 'Be kind.', temperature: 0.5 }));
    expect(response).toMatchObject({ object: 'response', status: 'completed', error: null, incomplete_details: null, store: false });
    expect(response).toMatchObject({ metadata: { order: '7' }, instructions: 'Be kind.', temperature: 0.5, model: 'mock-model' });
    expect(response.id).toMatch(/^resp_[0-9a-f]{32}$/);
    expect(response.output_text).toMatch(/^One ⟦1/);
    expect(response.output_text).not.toContain(canary);
    expect(parlanceObject.parse(member(response))).toMatchObject({ ending: 'done', changes: { omitted: 1, added: 0 } });
  });

  test('gets what was used, and nothing of it where it would tell how long that was which is left out', async () => {
    const { usage } = await gateway.client.responses.create(ask());
    expect(usage).toEqual({
      input_tokens: 7,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 5,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 12,
    });
    upstream.play(everything);
    expect((await gateway.client.responses.create(ask({ tools: [tool] }))).usage).toBeNull();
    const last = (await streamed(ask({ tools: [tool] }))).at(-1);
    expect(last).toMatchObject({ type: 'response.completed', response: { usage: null } });
    upstream.play(streamOf([chunk({ content: 'One.' }), stop, detailed, done]));
    expect((await gateway.client.responses.create(ask())).usage).toMatchObject({
      input_tokens_details: { cached_tokens: 3 },
      output_tokens_details: { reasoning_tokens: 2 },
    });
  });

  test('gets reasoning, text and calls as items, the same streamed and whole', async () => {
    upstream.play(everything);
    const whole = await gateway.client.responses.create(ask({ tools: [tool] }));
    expect(whole.output.map(({ type }) => type)).toEqual(['reasoning', 'message', 'function_call', 'function_call']);
    expect(whole.output).toMatchObject([
      { summary: [], content: [{ type: 'reasoning_text', text: 'I think.' }] },
      { role: 'assistant', status: 'completed', content: [{ type: 'output_text', annotations: [] }] },
      { call_id: 'call_a', name: 'f', status: 'completed' },
      { call_id: 'call_b', name: 'f', arguments: '{"y":2}' },
    ]);
    const events = await streamed(ask({ tools: [tool] }));
    const last = events.at(-1);
    if (last?.type !== 'response.completed') throw new Error('the stream did not end well');
    const unnamed = (items: readonly object[]) => items.map((item) => ({ ...item, id: '' }));
    expect(unnamed(last.response.output)).toEqual(unnamed(whole.output));
    expect(last.response.usage).toEqual(whole.usage);
    expect(JSON.stringify(events)).not.toContain(canary);
  });

  test('can accumulate the events to the response that ends the stream', async () => {
    upstream.play(everything);
    const stream = gateway.client.responses.stream(ask({ tools: [tool] }));
    const deltas: string[] = [];
    stream.on('response.output_text.delta', ({ delta }) => deltas.push(delta));
    const final = await stream.finalResponse();
    expect(final.output_text).toBe(deltas.join(''));
    expect(final.output_text).toMatch(/^One ⟦1.* two\./);
    expect(final.output).toHaveLength(4);
    expect(parlanceObject.parse(member(final)).changes.omitted).toBe(2);
  });

  test('can send back what it got, with the results of its calls', async () => {
    upstream.play(everything);
    const first = await gateway.client.responses.create(ask({ tools: [tool] }));
    upstream.requests.length = 0;
    upstream.play(plainStream('Fine.'));
    const calls = first.output.flatMap((item) => (item.type === 'function_call' ? [item] : []));
    const said = first.output.filter((item) => item.type === 'message' || item.type === 'function_call' || item.type === 'reasoning');
    const results = calls.map(({ call_id }) => ({ type: 'function_call_output' as const, call_id, output: '42' }));
    const second = await gateway.client.responses.create(
      ask({ input: [{ role: 'user', content: 'Hi' }, ...said, ...results], tools: [tool] }),
    );
    expect(second.output_text).toBe('Fine.');
    expect(sentMessages()).toMatchObject([
      { role: 'user', content: 'Hi' },
      {
        role: 'assistant',
        content: expect.stringMatching(/^One ⟦.*two/) as unknown,
        tool_calls: [{ id: 'call_a' }, { id: 'call_b', function: { name: 'f', arguments: '{"y":2}' } }],
      },
      { role: 'tool', tool_call_id: 'call_a', content: '42' },
      { role: 'tool', tool_call_id: 'call_b', content: '42' },
    ]);
  });

  test('parses output by a schema, streamed and whole, and is refused where a marker would break it (R14)', async () => {
    const text = { format: zodTextFormat(z.object({ city: z.string() }), 'place') };
    upstream.play(plainStream('{"city": "Ta', 'llinn"}'));
    expect((await gateway.client.responses.parse({ ...ask(), text })).output_parsed).toEqual({ city: 'Tallinn' });
    expect((await gateway.client.responses.stream({ ...ask(), text }).finalResponse()).output_parsed).toEqual({ city: 'Tallinn' });
    expect(sent()['response_format']).toMatchObject({ type: 'json_schema', json_schema: { name: 'place', strict: true } });
    upstream.play(plainStream(`{"city": "${strangersCode}"}`));
    await expect(gateway.client.responses.parse({ ...ask(), text })).rejects.toBeInstanceOf(OpenAI.PermissionDeniedError);
    await expect(streamed({ ...ask(), text })).rejects.toBeInstanceOf(OpenAI.PermissionDeniedError);
    upstream.play(plainStream(`{"city": "${canary}"}`));
    for (const stream of [true, false])
      await expect(gateway.client.responses.create({ ...ask(), text, stream })).rejects.toMatchObject({
        status: 451,
        code: 'legal_refusal',
      });
  });

  test('gets a refusal as a part of its own', async () => {
    upstream.play(streamOf([chunk({ refusal: `No ${canary}` }), stop, done]));
    const whole = await gateway.client.responses.create(ask());
    expect(whole).toMatchObject({ status: 'completed', output: [{ type: 'message', content: [{ type: 'refusal' }] }] });
    expect(parlanceObject.parse(member(whole)).ending).toBe('upstream_refusal');
    const final = await gateway.client.responses.stream(ask()).finalResponse();
    expect(final.output).toMatchObject([{ content: [{ type: 'refusal', refusal: expect.stringMatching(/^No ⟦1/) as unknown }] }]);
  });

  test.each([
    ['length', 'max_output_tokens'],
    ['content_filter', 'content_filter'],
  ])('is told that an answer is incomplete when it ended by %s', async (reason, why) => {
    upstream.play(streamOf([chunk({ content: 'Half' }), chunk({}, { finish_reason: reason }), done]));
    const expected = { status: 'incomplete', incomplete_details: { reason: why }, output: [{ status: 'incomplete' }] };
    expect(await gateway.client.responses.create(ask())).toMatchObject(expected);
    expect((await streamed(ask())).at(-1)).toMatchObject({ type: 'response.incomplete', response: expected });
  });
});

describe('the events of a stream', () => {
  test('come in order, with numbers and places, and each part that begins ends', async () => {
    upstream.play(everything);
    const events = await streamed(ask({ tools: [tool] }));
    expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_event, index) => index));
    const types = events.map(({ type }) => type);
    expect(types.slice(0, 2)).toEqual(['response.created', 'response.in_progress']);
    expect(types.filter((type) => type === 'response.completed')).toHaveLength(1);
    for (const [added, ended] of [
      ['response.output_item.added', 'response.output_item.done'],
      ['response.content_part.added', 'response.content_part.done'],
    ] as const) {
      const places = (of: string) =>
        events.filter(({ type }) => type === of).map((event) => ('output_index' in event ? event.output_index : null));
      expect(places(ended)).toEqual(places(added));
      expect(places(added).length).toBeGreaterThan(1);
    }
    const textOf = (type: string) => events.filter((event) => event.type === type);
    const deltas = textOf('response.output_text.delta')
      .map((event) => ('delta' in event ? event.delta : ''))
      .join('');
    expect(textOf('response.output_text.done')).toMatchObject([{ text: deltas, output_index: 1, content_index: 0 }]);
    expect(textOf('response.function_call_arguments.done')).toMatchObject([{ name: 'f' }, { arguments: '{"y":2}' }]);
  });

  test('carry each disclosure where it happens, and the whole object once, at the end', async () => {
    upstream.play(everything);
    const events = await streamed(ask({ tools: [tool] }));
    const last = events.at(-1);
    const parlance = parlanceObject.parse(member(last !== undefined && 'response' in last ? last.response : undefined));
    const partial = events.flatMap((event) => (member(event) === undefined ? [] : [[event.type, member(event)]]));
    expect(partial).toEqual([
      ['response.output_text.delta', { disclosures: [parlance.disclosures[0]] }],
      ['response.function_call_arguments.delta', { disclosures: [parlance.disclosures[1]] }],
    ]);
  });

  test('end with a failed response and an error that the client throws, and no item ends', async () => {
    upstream.play(cutAfter([chunk({ content: 'Half an ' })]));
    const seen: OpenAI.Responses.ResponseStreamEvent[] = [];
    const reading = async (): Promise<void> => {
      for await (const event of await gateway.client.responses.create({ ...ask(), stream: true })) seen.push(event);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'upstream_truncated' });
    expect(seen.at(-1)).toMatchObject({
      type: 'response.failed',
      response: { status: 'failed', output: [], error: { code: 'upstream_truncated' }, parlance: { ending: 'outage' } },
    });
    expect(seen.filter(({ type }) => type.endsWith('.done') || type === 'response.completed')).toEqual([]);
  });
});

describe('a person in distress', () => {
  test('gets the resources also when the upstream is down, and the response says that it is not whole', async () => {
    const down = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1' });
    const response = await down.client.responses.create({ model: 'parlance', input: 'Ma tahan surra.' });
    expect(response.status).toBe('incomplete');
    expect(response.output_text).toContain('112');
    expect(parlanceObject.parse(member(response))).toMatchObject({ ending: 'outage', changes: { added: 1 } });
    await down.close();
  });
});
