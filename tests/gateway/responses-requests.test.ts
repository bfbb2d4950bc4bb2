import type OpenAI from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';
import { person } from './sample-country.ts';

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

const ask = (more: Asked): Asked => ({ model: 'parlance', input: 'How do I get a passport?', ...more });
const tool = { type: 'function', name: 'f', parameters: { type: 'object', properties: {} }, strict: false } as const;
const sent = (): Record<string, unknown> => JSON.parse(upstream.requests[0]?.text ?? '{}') as Record<string, unknown>;

describe('a request for a response', () => {
  test('leaves as a chat, with nothing but what a chat has', async () => {
    await gateway.client.responses.create(
      ask({
        instructions: 'Be kind.',
        input: [
          { role: 'developer', content: 'Short.' },
          { role: 'user', content: [{ type: 'input_text', text: 'One' }] },
          {
            role: 'user',
            content: [
              { type: 'input_text', text: 'Two' },
              { type: 'input_text', text: 'Three' },
            ],
          },
        ],
        max_output_tokens: 9,
        temperature: 0.1,
        top_p: 0.2,
        reasoning: { effort: 'low', summary: 'auto' },
        tools: [tool],
        tool_choice: { type: 'function', name: 'f' },
        parallel_tool_calls: false,
        metadata: { secret: 'not for the model' },
        store: false,
        include: ['reasoning.encrypted_content'],
        text: { format: { type: 'text' } },
      }),
    );
    const { messages, ...settings } = sent();
    expect((messages as readonly unknown[]).slice(1)).toEqual([
      { role: 'system', content: 'Be kind.' },
      { role: 'developer', content: 'Short.' },
      { role: 'user', content: 'One' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Two' },
          { type: 'text', text: 'Three' },
        ],
      },
    ]);
    expect(settings).toEqual({
      model: 'mock-model',
      max_completion_tokens: 9,
      temperature: 0.1,
      top_p: 0.2,
      reasoning_effort: 'low',
      tools: [{ type: 'function', function: { name: 'f', parameters: tool.parameters, strict: false } }],
      tool_choice: { type: 'function', function: { name: 'f' } },
      parallel_tool_calls: false,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  test('leaves without identifiers, and they come back (R11)', async () => {
    upstream.play(plainStream('Sinu kood on ⟦isikukood-1⟧.'));
    const output = `{"code": "${person.code}"}`;
    const response = await gateway.client.responses.create(
      ask({
        instructions: `Person ${person.email}`,
        input: [
          { role: 'user', content: `Minu kood on ${person.code}` },
          { type: 'function_call', call_id: 'c', name: 'f', arguments: output },
          { type: 'function_call_output', call_id: 'c', output },
        ],
      }),
    );
    for (const secret of Object.values(person)) expect(upstream.requests[0]?.text).not.toContain(secret);
    expect(response.output_text).toBe(`Sinu kood on ${person.code}.`);
  });

  const refused: readonly (readonly [string, object, string])[] = [
    ['store', { store: true }, 'unsupported_parameter'],
    ['background', { background: true }, 'unsupported_parameter'],
    ['previous_response_id', { previous_response_id: 'resp_1' }, 'unsupported_parameter'],
    ['conversation', { conversation: 'conv_1' }, 'unsupported_parameter'],
    ['prompt', { prompt: { id: 'pmpt_1' } }, 'unsupported_parameter'],
    ['truncation', { truncation: 'auto' }, 'unsupported_parameter'],
    ['n', { n: 2 }, 'unsupported_parameter'],
    ['top_logprobs', { top_logprobs: 3 }, 'unsupported_parameter'],
    ['include.0', { include: ['file_search_call.results'] }, 'unsupported_parameter'],
    ['stream_options.include_obfuscation', { stream_options: { include_obfuscation: true } }, 'unsupported_parameter'],
    ...['web_search', 'file_search', 'code_interpreter', 'mcp', 'computer_use_preview', 'image_generation', 'local_shell', 'custom'].map(
      (type) => ['tools.0.type', { tools: [{ type, name: 'x' }] }, 'unsupported_parameter'] as const,
    ),
    ['tool_choice.type', { tool_choice: { type: 'web_search' } }, 'invalid_request'],
    ['input.0.type', { input: [{ type: 'item_reference', id: 'msg_1' }] }, 'invalid_request'],
    ['input.0.type', { input: [{ type: 'web_search_call', id: 'ws_1', status: 'completed' }] }, 'invalid_request'],
    ['input.1', { input: [{ role: 'user', content: 'x' }, 5] }, 'invalid_request'],
    ['input', { input: [] }, 'invalid_request'],
    ['input', { input: undefined }, 'invalid_request'],
    ['text.format.type', { text: { format: { type: 'grammar' } } }, 'invalid_request'],
    ['parlance.sector', { parlance: { sector: 'no-such' } }, 'invalid_request'],
    ['model', { model: 'no-such' }, 'unknown_model'],
    [
      'input.1',
      {
        input: [
          { role: 'user', content: 'x' },
          { role: 'user', content: [{ type: 'input_image', image_url: 'https://e.ee/x.png' }] },
        ],
      },
      'unsupported_parameter',
    ],
    ['instructions', { instructions: 'x', messages: [] }, 'invalid_request'],
  ];
  test.each(refused)('is refused before anybody is asked, and %s is named (%j)', async (param, more, code) => {
    const response = await gateway.post({ model: 'parlance', input: 'Hi', ...more }, { path: '/v1/responses' });
    const body = (await response.json()) as { readonly error: Record<string, unknown> };
    expect([response.status >= 400 && response.status < 500, body.error['code']]).toEqual([true, code]);
    if (param !== 'instructions') expect(body.error['param']).toBe(param);
    expect(String(body.error['message']).length).toBeGreaterThan(20);
    expect(upstream.requests).toEqual([]);
  });
});
