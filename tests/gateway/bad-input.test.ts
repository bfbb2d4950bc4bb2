import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorEnvelope } from '@parlance/wire';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './answers.ts';
import {
  chunk,
  cutAfter,
  done,
  jsonAnswer,
  type MockUpstream,
  type Script,
  plainStream,
  silence,
  slowly,
  startMockUpstream,
  startStream,
  stop,
  streamOf,
} from './mock-upstream.ts';
import { key, question, type RunningGateway, startGateway } from './running-gateway.ts';

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
  upstream.requests.length = 0;
});

async function fault(response: Response): Promise<readonly [number, string, string | null]> {
  const { error } = errorEnvelope.parse(await response.json());
  return [response.status, error.code, error.param];
}

function overlong(path: string): string {
  return `GET ${path}?q=${'y'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n`;
}

/** What the server answers to bytes, sent in these parts. */
async function sent(...parts: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  let reply = '';
  socket.on('data', (part: Buffer) => (reply += part.toString()));
  socket.on('error', () => undefined);
  for (const [nth, part] of parts.entries()) {
    if (nth > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    socket.write(part);
  }
  await once(socket, 'close');
  return reply;
}

describe('bad input gets a coded error in the envelope, and nobody is asked', () => {
  const deep = `{"model":"parlance","messages":[{"role":"user","content":"x"}],"metadata":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  test.each([
    ['malformed JSON', '{"model":', [400, 'invalid_json', null]],
    ['no body', '', [400, 'invalid_json', null]],
    ['a JSON text', '"x"', [400, 'invalid_request', null]],
    ['null', 'null', [400, 'invalid_request', null]],
    ['a poisoned prototype', '{"__proto__": {"x": 1}}', [400, 'invalid_json', null]],
    ['no model', { messages: [{ role: 'user', content: 'x' }] }, [400, 'invalid_request', 'model']],
    ['an unknown model', question('x', { model: 'no-such' }), [404, 'unknown_model', 'model']],
    ['no messages', { model: 'parlance', messages: [] }, [400, 'invalid_request', 'messages']],
    ['a message without a role', { model: 'parlance', messages: [{ content: 'x' }] }, [400, 'invalid_request', 'messages.0.role']],
    [
      'content of a wrong kind',
      { model: 'parlance', messages: [{ role: 'user', content: 5 }] },
      [400, 'invalid_request', 'messages.0.content'],
    ],
    ['an unknown sector', question('x', { parlance: { sector: 'war' } }), [400, 'invalid_request', 'parlance.sector']],
    ['an unknown language', question('x', { parlance: { language: 'tlh' } }), [400, 'unsupported_language', 'parlance.language']],
    ['an unknown member of ours', question('x', { parlance: { off: true } }), [400, 'invalid_request', 'parlance']],
    ['audio', question('x', { modalities: ['text', 'audio'] }), [400, 'unsupported_parameter', 'modalities']],
    ['words that a model did not choose', question('x', { top_logprobs: 2 }), [400, 'unsupported_parameter', 'top_logprobs']],
    ['deep nesting', deep, [400, 'invalid_request', null]],
    ['10 MB', JSON.stringify(question('x'.repeat(10_000_000))), [413, 'body_too_large', null]],
  ])('%s', async (_name, body, expected) => {
    expect(await fault(await gateway.post(body))).toEqual(expected);
    expect(upstream.requests).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'text/json'])(
    'content of the type %s',
    async (type) => {
      expect(await fault(await gateway.post(question('x'), { headers: { 'content-type': type } }))).toEqual([
        415,
        'unsupported_media_type',
        null,
      ]);
    },
  );

  test('a wrong, malformed or missing key', async () => {
    expect(await fault(await gateway.post(question('x'), { headers: { authorization: 'Bearer wrong' } }))).toEqual([
      401,
      'invalid_key',
      null,
    ]);
    expect(await fault(await gateway.post(question('x'), { headers: { authorization: 'Basic abc' } }))).toEqual([401, 'invalid_key', null]);
    expect(await fault(await gateway.post(question('x'), { headers: { authorization: '' } }))).toEqual([401, 'missing_key', null]);
    expect(await fault(await fetch(`${gateway.url}/v1/models`))).toEqual([401, 'missing_key', null]);
    expect(upstream.requests).toEqual([]);
  });

  test('a wrong method, with the methods that there are', async () => {
    const response = await fetch(`${gateway.url}/v1/chat/completions?x=1`, { method: 'GET' });
    expect(response.headers.get('allow')).toBe('POST');
    expect(await fault(response)).toEqual([405, 'method_not_allowed', null]);
    const pack = await fetch(`${gateway.url}/packs/ee`, { method: 'DELETE' });
    expect([pack.status, pack.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test.each(['/nowhere', '/v1/embeddings', '/v1/chat/completions/', '/packs/xx', '/%zz', `/packs/${'x'.repeat(500)}`, '/packs/%2e%2e%2f'])(
    'the address %s',
    async (path) => {
      const [status, code] = await fault(await fetch(`${gateway.url}${path}`));
      expect([
        [404, 'not_found'],
        [400, 'invalid_request'],
      ]).toContainEqual([status, code]);
    },
  );

  test.each([
    ['of a browser', [`${overlong('/transparency')}accept: text/html,*/*\r\n\r\n`], 'text/html'],
    ['that comes in parts', ['GET /tra', 'y'.repeat(100_000)], 'text/html'],
    ['of a program', [`${overlong('/transparency')}accept: application/json\r\n\r\n`], 'application/json'],
    ['of the API', [`${overlong('/v1/models')}\r\n`], 'application/json'],
  ])('an address of 20 kB %s is told to who asks', async (_name, parts, type) => {
    const reply = await sent(...parts);
    expect(reply).toMatch(type === 'text/html' ? /^HTTP\/1\.1 431 / : /^HTTP\/1\.1 400 /);
    expect(reply).toContain(`Content-Type: ${type}; charset=utf-8`);
    if (type === 'text/html') expect(reply).toMatch(/<p lang="et".*<p lang="en" dir="ltr">More was sent than this server takes/);
  });

  test.each([
    ['an unknown method', 'FROB / HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['no HTTP', '\u0000\u0001\u0002\r\n\r\n'],
    ['a header that never ends', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
    ['two lengths', 'POST /v1/models HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    const reply = await sent(bytes);
    expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(errorEnvelope.parse(JSON.parse(reply.slice(reply.indexOf('\r\n\r\n')))).error.code).toBe('invalid_request');
  });
});

describe('a client that leaves', () => {
  test.each([true, false])('stops the upstream, settles once and leaves the server healthy (stream: %s)', async (stream) => {
    upstream.play(
      slowly(
        Array.from({ length: 200 }, (_, index) => `word ${index} `),
        10,
      ),
    );
    const before = { used: gateway.used.length, aborted: upstream.aborted() };
    const controller = new AbortController();
    const response = gateway.post(question('Hi', { stream }), { signal: controller.signal });
    if (stream) await (await response).body?.getReader().read();
    else {
      response.catch(() => undefined);
      while (upstream.requests.length === 0) await sleep(5);
      await sleep(30);
    }
    controller.abort();
    const until = Date.now() + 1500;
    while ((upstream.aborted() === before.aborted || gateway.used.length === before.used) && Date.now() < until) await sleep(10);
    expect(upstream.aborted()).toBe(before.aborted + 1);
    expect(gateway.used.length).toBe(before.used + 1);
    upstream.play(plainStream('Still here.'));
    expect((await answerOf(await gateway.post(question('Hi')))).texts).toEqual({ '0:content': 'Still here.' });
  });
});

describe('each fault of the upstream', () => {
  const half = chunk({ content: 'Half' });
  test.each([
    ['400', jsonAnswer({ error: {} }, 400), [502, 'upstream_rejected']],
    ['401', jsonAnswer({ error: {} }, 401), [502, 'upstream_rejected']],
    ['302', jsonAnswer({}, 302), [502, 'upstream_rejected']],
    ['429', jsonAnswer({}, 429), [429, 'upstream_rate_limited']],
    ['500', jsonAnswer({}, 500), [502, 'upstream_unavailable']],
    ['silence', silence, [504, 'upstream_timeout']],
    [
      'silence after it has begun',
      (response) => void startStream(response).write(`data: ${JSON.stringify(half)}\n\n`),
      [504, 'upstream_timeout'],
    ],
    ['a cut', cutAfter([half]), [502, 'upstream_truncated']],
    ['a cut inside an event', cutAfter([half], 'data: {"choices'), [502, 'upstream_truncated']],
    ['an end without a reason', streamOf([half]), [502, 'upstream_truncated']],
    ['[DONE] without a reason', streamOf([half, done]), [502, 'upstream_truncated']],
    ['an empty stream', streamOf([]), [502, 'upstream_truncated']],
    ['[DONE] alone', streamOf([done]), [502, 'upstream_truncated']],
    ['events that are not JSON', streamOf([half, 'garbage']), [502, 'upstream_malformed']],
    ['an unknown shape', streamOf([half, { text: 'x' }]), [502, 'upstream_malformed']],
    ['an unknown member with text', streamOf([chunk({ content: 'Half', aside: 'psst' }), stop, done]), [502, 'upstream_malformed']],
    ['text after the end', streamOf([half, stop, half, done]), [502, 'upstream_malformed']],
    [
      'a tool call after the end',
      streamOf([half, stop, chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '{}' } }] }), done]),
      [502, 'upstream_malformed'],
    ],
    ['an error event', streamOf([half, { error: { message: 'x' } }]), [502, 'upstream_unavailable']],
    [
      'JSON that is none',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{'),
      [502, 'upstream_malformed'],
    ],
    ['JSON of another shape', jsonAnswer({ hello: 1 }), [502, 'upstream_malformed']],
    ['a page', (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), [502, 'upstream_truncated']],
    ['HTTP that is none', (response) => void response.socket?.end('nonsense\r\n\r\n'), [502, 'upstream_unavailable']],
    [
      'broken chunks',
      (response) => {
        startStream(response).write(`data: ${JSON.stringify(half)}\n\n`);
        response.socket?.end('zz\r\n');
      },
      [502, 'upstream_truncated'],
    ],
  ] as const satisfies readonly (readonly [string, Script, readonly [number, string]])[])(
    '%s is a coded error and leaves no partial answer',
    async (_name, script, [status, code]) => {
      upstream.play(script);
      const asked = [question('Hi'), question('Hi', { stream: true })].map((body) => gateway.post(body).then(answerOf));
      const [whole, stream] = (await Promise.all(asked)) as [Answer, Answer];
      expect([whole.status, whole.error, whole.texts]).toEqual([status, code, {}]);
      expect([stream.error, stream.isDone]).toEqual([code, false]);
      expect([whole.parlance?.ending, stream.parlance?.ending]).toEqual(Array(2).fill(status === 429 ? 'quota' : 'outage'));
    },
  );

  test.each([
    ['empty reasons before the last', [chunk({ content: '' }, { finish_reason: '' }), chunk({ content: 'x' }), stop, done]],
    ['members that carry no text', [chunk({ content: 'x', prefix: false, annotations: [], audio: null }), stop, done]],
    ['a second reason', [chunk({ content: 'x' }), stop, stop, done]],
    ['no index', [{ choices: [{ delta: { content: 'x' } }] }, { choices: [{ delta: {}, finish_reason: 'eos' }] }, done]],
  ])('%s is no fault', async (_name, chunks) => {
    upstream.play(streamOf(chunks));
    expect((await answerOf(await gateway.post(question('Hi')))).texts).toEqual({ '0:content': 'x' });
  });

  test('an upstream that was away for a moment is asked again for its models', async () => {
    const mock = await startMockUpstream();
    const later = await startGateway({ upstreamUrl: mock.url });
    mock.play(plainStream('x'));
    await mock.close();
    expect((await later.post(question('Hi'))).status).toBe(502);
    await later.close();
  });
});

test('a request that comes while the server stops is told so in the envelope', async () => {
  const stopping = await startGateway({ upstreamUrl: upstream.url });
  const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1');
  let reply = '';
  socket.on('data', (part: Buffer) => (reply += part.toString()));
  socket.on('error', () => undefined);
  const ended = once(socket, 'close');
  const body = JSON.stringify(question('Hi'));
  const head = `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  upstream.play(slowly(['a', 'b'], 100));
  socket.write(`${head}\r\n\r\n${body}`);
  while (upstream.requests.length === 0) await sleep(5);
  const closed = stopping.close();
  await sleep(20);
  socket.write(`${head}\r\n\r\n${body}`);
  await Promise.all([closed, ended]);
  const replies = reply.split(/(?=HTTP\/1\.1)/);
  expect(replies[0]).toMatch(/^HTTP\/1\.1 200 /);
  for (const late of replies.slice(1)) {
    expect(late).toMatch(/^HTTP\/1\.1 503 /);
    expect(late).toContain('"code":"shutting_down"');
  }
});

test('the connection of an answer that was under way when the server was told to stop closes behind it, whole or streamed', async () => {
  for (const more of [{}, { stream: true }]) {
    const stopping = await startGateway({ upstreamUrl: upstream.url });
    const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1');
    let reply = '';
    socket.on('data', (part: Buffer) => (reply += part.toString()));
    const ended = once(socket, 'close');
    const body = JSON.stringify(question('Hi', more));
    upstream.requests.length = 0;
    upstream.play(slowly(['a', 'b'], 100));
    socket.write(
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    while (upstream.requests.length === 0) await sleep(5);
    await sleep(50);
    await Promise.all([stopping.close(), ended]);
    expect(reply).toMatch(/^HTTP\/1\.1 200 /);
    expect(reply).toContain('stop');
  }
});
