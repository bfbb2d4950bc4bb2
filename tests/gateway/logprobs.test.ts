import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunk, done, type MockUpstream, startMockUpstream, stop, streamOf } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
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

interface Token {
  readonly token: string;
  readonly logprob: number;
  readonly bytes?: readonly number[] | null;
  readonly top_logprobs?: readonly unknown[];
}

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text)];
const token = (text: string): Token => ({ token: text, logprob: -0.5, bytes: bytesOf(text), top_logprobs: [] });
const said = (content: string, tokens: readonly Token[], more: object = {}) =>
  chunk({ content }, { logprobs: { content: tokens, refusal: null }, ...more });

type Asked = { readonly role: 'user'; readonly content: string };
const ask = (content = 'Hi', more: object = {}) => ({
  model: 'parlance',
  messages: [{ role: 'user', content } satisfies Asked],
  logprobs: true,
  ...more,
});

/** What is told of the tokens of each choice: whole, streamed, and in a response. */
async function told(content?: string, more: object = {}): Promise<readonly unknown[]> {
  const { choices } = await gateway.client.chat.completions.create(ask(content, more));
  const streamed: unknown[] = [];
  for await (const { choices: parts } of await gateway.client.chat.completions.create({ ...ask(content, more), stream: true }))
    for (const { index, logprobs } of parts) if (logprobs !== undefined && logprobs !== null) streamed[index] = logprobs.content;
  expect(choices.map(({ index }) => streamed[index] ?? null)).toEqual(choices.map(({ logprobs }) => logprobs?.content ?? null));
  return choices.map(({ logprobs }) => logprobs?.content ?? null);
}

describe('log probabilities that are asked for', () => {
  test('are told of an answer in which nothing was changed, also where a token is a part of a character', async () => {
    const [first, second] = [bytesOf('õ').slice(0, 1), bytesOf('õ').slice(1)];
    upstream.play(
      streamOf([
        said('Hi', [token('Hi')]),
        said(' there õ', [token(' there '), { token: '\\xc3', logprob: -1, bytes: first }, { token: '\\xb5', logprob: -2, bytes: second }]),
        said('.', [{ token: '.', logprob: -3, bytes: null }]),
        stop,
        done,
      ]),
    );
    const tokens = [
      { ...token('Hi'), top_logprobs: [] },
      { ...token(' there '), top_logprobs: [] },
      { token: '\ufffd', logprob: -1, bytes: first, top_logprobs: [] },
      { token: '\ufffd', logprob: -2, bytes: second, top_logprobs: [] },
      { token: '.', logprob: -3, bytes: [46], top_logprobs: [] },
    ];
    expect(await told()).toEqual([tokens]);
    const asked = { model: 'parlance', input: 'Hi', include: ['message.output_text.logprobs' as const] };
    const response = await gateway.client.responses.create(asked);
    expect(response.output).toMatchObject([{ content: [{ logprobs: tokens }] }]);
    const final = await gateway.client.responses.stream(asked).finalResponse();
    expect(final.output).toMatchObject([{ content: [{ logprobs: tokens }] }]);
    expect(JSON.parse(upstream.requests.at(-1)?.text ?? '{}')).toMatchObject({ logprobs: true });
  });

  test('are told by choice: the one that was changed has none', async () => {
    const other = { index: 1 };
    upstream.play(
      streamOf([
        said(`a ${canary}`, [token('a '), token(canary)]),
        said('b', [token('b')], other),
        stop,
        chunk({}, { ...other, finish_reason: 'stop' }),
        done,
      ]),
    );
    expect(await told('Hi', { n: 2 })).toEqual([null, [token('b')]]);
  });

  const dropped: readonly (readonly [string, readonly unknown[]])[] = [
    ['something was left out', [said('a ', [token('a ')]), said(canary, [token(canary)])]],
    ['something was left out of its reasoning', [chunk({ reasoning_content: canary }), said('a', [token('a')])]],
    ['a pseudonym was restored', [said('⟦isikukood-1⟧', [token('⟦isikukood-1⟧')])]],
    ['the tokens are another text', [said('a', [token(canary)])]],
    ['the tokens are more than the text', [said('a', [token('a'), token(canary)])]],
    ['the tokens are less than the text', [said('a', [token('a')]), chunk({ content: 'b' })]],
    ['the shape is not known', [chunk({ content: 'a' }, { logprobs: { tokens: ['a'], token_logprobs: [-1] } })]],
    ['a byte is none', [said('a', [{ ...token('a'), bytes: [97, 300] }])]],
  ];
  test.each(dropped)('are dropped when %s', async (_why, chunks) => {
    upstream.play(streamOf([...chunks, stop, done]));
    expect(await told(`Minu kood on ${person.code}.`)).toEqual([null]);
    for (const stream of [false, true]) expect(await (await gateway.post(ask('Hi', { stream }))).text()).not.toContain(canary);
  });

  test('never bring along what the model did not choose, nor a word that its bytes do not say', async () => {
    const alternatives = [{ token: canary, logprob: -9, bytes: bytesOf(canary) }];
    upstream.play(streamOf([said('a', [{ token: canary, logprob: -1, bytes: [97], top_logprobs: alternatives }]), stop, done]));
    expect(await told()).toEqual([[{ token: 'a', logprob: -1, bytes: [97], top_logprobs: [] }]]);
  });
});

test('log probabilities that nobody asked for are not told', async () => {
  upstream.play(streamOf([said('a', [token('a')]), stop, done]));
  for (const stream of [false, true]) expect(await (await gateway.post(question('Hi', { stream }))).text()).not.toContain('-0.5');
});

test('what the model did not choose cannot be asked for', async () => {
  for (const more of [{ top_logprobs: 2 }, { logprobs: 5 }]) expect((await gateway.post({ ...ask(), ...more })).status).toBe(400);
});
