import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './answers.ts';
import {
  chunk,
  done,
  frames,
  jsonAnswer,
  type MockUpstream,
  startMockUpstream,
  startStream,
  stop,
  streamOf,
  untilTaken,
  usageChunk,
} from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url, timeout: 5000 });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

/** The same question as one answer and as a stream; each is counted once. */
async function both(more: Readonly<Record<string, unknown>> = {}): Promise<readonly [Answer, Answer]> {
  const before = gateway.used.length;
  const bodies = [question('Hi', more), question('Hi', { ...more, stream: true })];
  const answers = await Promise.all(bodies.map((body) => gateway.post(body).then(answerOf)));
  expect(gateway.used.length - before).toBe(2);
  return answers as [Answer, Answer];
}

interface Broken {
  readonly status: number;
  readonly code: string;
}

/** No partial answer, no good end, one ending, and the code of what went wrong. */
function expectOutage([whole, stream]: readonly [Answer, Answer], { status, code }: Broken): void {
  expect([whole.status, whole.error, whole.texts, whole.tools]).toEqual([status, code, {}, []]);
  expect([stream.error, stream.isDone]).toEqual([code, false]);
  for (const { raw, parlance, frames: seen } of [whole, stream]) {
    expect(parlance?.ending).toBe('outage');
    expect(raw.match(/"parlance":\{"ending":/gu)).toHaveLength(1);
    expect(seen.flatMap(({ choices }) => choices ?? []).filter(({ finish_reason: reason }) => typeof reason === 'string')).toEqual([]);
  }
}

const truncated = { status: 502, code: 'upstream_truncated' };
const malformed = { status: 502, code: 'upstream_malformed' };
const unavailable = { status: 502, code: 'upstream_unavailable' };

const half = chunk({ content: 'Half.' });
const ended = (reason: unknown) => chunk({}, { finish_reason: reason });

describe('an answer is not whole', () => {
  test.each([
    ['error', truncated],
    ['abort', truncated],
    ['aborted', truncated],
    ['cancelled', truncated],
    ['insufficient_system_resource', truncated],
    ['weird', malformed],
    ['stop ', malformed],
    ['stopped', malformed],
    ['null', malformed],
    ['__proto__', malformed],
    ['constructor', malformed],
    [5, malformed],
    [{ type: 'stop' }, malformed],
  ])('when the reason why it ended is %j', async (reason, fault) => {
    upstream.play(streamOf([half, ended(reason), done]));
    expectOutage(await both(), fault);
    upstream.play(streamOf([chunk({ content: 'Half.' }, { finish_reason: reason }), usageChunk, done]));
    expectOutage(await both(), fault);
    upstream.play(jsonAnswer({ choices: [{ index: 0, message: { content: 'Half.' }, finish_reason: reason }] }));
    expectOutage(await both(), fault);
  });

  test.each([
    ['before the end', [half, { error: { message: 'x' } }, stop, done]],
    ['as the only event', [{ error: { message: 'x' } }, done]],
    ['as a text', [half, { error: 'out of memory' }, done]],
    ['with choices beside it', [half, { ...chunk({ content: 'x' }), error: { code: 500 } }, stop, done]],
    ['inside a choice', [half, chunk({ content: 'x' }, { error: { code: 502 }, finish_reason: 'stop' }), done]],
    ['together with a good reason', [half, { ...stop, error: { message: 'x' } }, done]],
    ['after a good reason', [half, stop, { error: { message: 'x' } }, done]],
  ])('when an error comes in the stream, %s', async (_place, chunks) => {
    upstream.play(streamOf(chunks));
    expectOutage(await both(), unavailable);
  });

  test('when one choice of two ended well and the other with an error', async () => {
    upstream.play(streamOf([half, stop, chunk({ content: 'Two.' }, { index: 1 }), chunk({}, { index: 1, finish_reason: 'error' }), done]));
    expectOutage(await both({ n: 2 }), truncated);
  });

  test('when two choices were asked for and only one came', async () => {
    upstream.play(streamOf([half, stop, usageChunk, done]));
    expectOutage(await both({ n: 2 }), truncated);
    upstream.play(streamOf([chunk({ content: 'x' }, { index: 1 }), chunk({}, { index: 1, finish_reason: 'stop' }), done]));
    expectOutage(await both({ n: 2 }), truncated);
    upstream.play(jsonAnswer({ choices: [{ index: 0, message: { content: 'x' }, finish_reason: 'stop' }] }));
    expectOutage(await both({ n: 2 }), truncated);
  });
});

describe('a choice that nobody asked for', () => {
  const other = (delta: Readonly<Record<string, unknown>>, reason: string | null = null) =>
    chunk(delta, { index: 1, finish_reason: reason });
  test.each([
    ['stands for the one that was asked for', [other({ content: 'x' }), other({}, 'stop'), done]],
    ['ends without a word', [other({}, 'stop'), done]],
    ['comes beside it', [half, other({ content: 'x' }), other({}, 'stop'), stop, done]],
    ['comes after it', [half, stop, other({ content: 'x' }), other({}, 'stop'), done]],
    ['calls a tool', [half, other({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '{}' } }] }), stop, done]],
  ])('is no answer when it %s', async (_place, chunks) => {
    upstream.play(streamOf(chunks));
    expectOutage(await both(), malformed);
  });
});

describe('tool calls that cannot be told apart', () => {
  const call = (id: string, text: string, index = 0) =>
    chunk({ tool_calls: [{ index, id, type: 'function', function: { name: 'f', arguments: text } }] });

  test('are no answer: two ids stand under one number', async () => {
    upstream.play(streamOf([call('a', '{"x":1}'), call('b', '{"y":2}'), ended('tool_calls'), done]));
    expectOutage(await both(), malformed);
  });

  test('are no answer also when another call stands between them, or they come in one event', async () => {
    upstream.play(streamOf([call('a', '{"x":1}'), call('c', '{}', 1), call('b', '{"y":2}'), ended('tool_calls'), done]));
    expectOutage(await both(), malformed);
    const [first, second] = ['a', 'b'].map((id) => ({ index: 0, id, type: 'function', function: { name: 'f', arguments: '{}' } }));
    upstream.play(streamOf([chunk({ tool_calls: [first, second] }), ended('tool_calls'), done]));
    expectOutage(await both(), malformed);
  });

  test('are told apart by their choices: the same number in two choices is two calls', async () => {
    const other = (delta: Readonly<Record<string, unknown>>, reason: string | null) => chunk(delta, { index: 1, finish_reason: reason });
    const calls = { tool_calls: [{ index: 0, id: 'b', type: 'function', function: { name: 'g', arguments: '{}' } }] };
    upstream.play(streamOf([call('a', '{}'), other(calls, null), ended('tool_calls'), other({}, 'tool_calls'), done]));
    for (const answer of await both({ n: 2 })) expect([answer.error, answer.tools.map(({ name }) => name)]).toEqual([null, ['f', 'g']]);
  });

  test('are one call when its id is said again or left empty', async () => {
    const more = (id: string, text: string) => chunk({ tool_calls: [{ index: 0, id, function: { arguments: text } }] });
    upstream.play(streamOf([call('a', '{"x"'), more('a', ':'), more('', '1}'), ended('tool_calls'), done]));
    for (const answer of await both()) expect(answer.tools).toMatchObject([{ name: 'f', arguments: '{"x":1}' }]);
  });
});

describe('an answer longer than any answer ends as malformed, and its turn ends once', () => {
  /** A 133rd of the longest answer. */
  const part = 'All work and no play. '.repeat(2867);
  const content = chunk({ content: part });
  const reasoning = chunk({ reasoning_content: part });
  const call = chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: part } }] });

  test.each([
    ['in content', Array.from({ length: 300 }, () => content)],
    ['in tool arguments', Array.from({ length: 300 }, () => call)],
    ['in all channels together', Array.from({ length: 50 }, () => [content, reasoning, call]).flat()],
  ])('%s', async (_place, chunks) => {
    upstream.play(async (response) => {
      startStream(response);
      for (const each of chunks) {
        if (response.destroyed) return;
        response.write(frames([each]));
        await untilTaken(response);
      }
      response.end(frames([stop, done]));
    });
    const [before, aborted] = [gateway.used.length, upstream.aborted()];
    const answer = await answerOf(await gateway.post(question('Hi')));
    expect([answer.status, answer.error, answer.texts, answer.tools]).toEqual([502, 'upstream_malformed', {}, []]);
    expect(answer.parlance?.ending).toBe('outage');
    expect(answer.raw.match(/"parlance":\{"ending":/gu)).toHaveLength(1);
    await expect.poll(() => upstream.aborted()).toBe(aborted + 1);
    expect(gateway.used.length).toBe(before + 1);
  });
});
