import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { connectLine, fetchJson, localPlaces, type LocalServerKind, probeLocalModels } from './local-models.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const answering = (path: string, body: unknown) =>
  listen((request, response) => {
    response.statusCode = request.url === path ? 200 : 404;
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });

const probe = (kind: LocalServerKind, port: number, timeout = 2000) => probeLocalModels(fetchJson, timeout, [{ kind, port }]);

describe('servers that are there', () => {
  test('all three are found, in the order of the places', async () => {
    const ports = [
      await answering('/api/tags', { models: [{ name: 'llama3:latest', size: 1 }, { name: 'gemma' }] }),
      await answering('/v1/models', { object: 'list', data: [{ id: 'qwen.gguf', owned_by: 'llamacpp' }] }),
      await answering('/v1/models', { object: 'list', data: [{ id: 'org/model', owned_by: 'vllm' }] }),
    ];
    const places = localPlaces.map(({ kind }, index) => ({ kind, port: ports[index] ?? 0 }));
    expect(await probeLocalModels(fetchJson, 2000, places)).toEqual([
      { kind: 'ollama', baseUrl: `http://127.0.0.1:${String(ports[0])}/v1`, models: ['llama3:latest', 'gemma'] },
      { kind: 'llama.cpp', baseUrl: `http://127.0.0.1:${String(ports[1])}/v1`, models: ['qwen.gguf'] },
      { kind: 'vllm', baseUrl: `http://127.0.0.1:${String(ports[2])}/v1`, models: ['org/model'] },
    ]);
  });

  test('what a server says of itself counts more than its port', async () => {
    const port = await answering('/v1/models', { data: [{ id: 'm', owned_by: 'vllm' }] });
    expect(await probe('llama.cpp', port)).toMatchObject([{ kind: 'vllm' }]);
  });

  test('the usual ports are those that the servers document', () => {
    expect(localPlaces.map(({ port }) => port)).toEqual([11434, 8080, 8000]);
  });
});

describe('whatever else listens', () => {
  test.each<[string, unknown]>([
    ['a page', '<html>'],
    ['nothing', ''],
    ['another shape', { models: [] }],
    ['no models', { data: [] }],
    ['a list', []],
    ['null', null],
    ['a model without a name', { data: [{ id: '' }] }],
    ['a name with control characters', { data: [{ id: '\u001b[2J' }] }],
    ['Parlance itself', { data: [{ id: 'parlance', owned_by: 'parlance' }] }],
    ['far too much', { data: [{ id: 'm' }], rest: 'x'.repeat(1_100_000) }],
  ])('%s is not a model server', async (_title, body) => {
    expect(await probe('vllm', await answering('/v1/models', body))).toEqual([]);
  });

  test('a port where nobody listens is no problem', async () => {
    expect(await probe('ollama', 1)).toEqual([]);
  });

  test('a redirect is not followed', async () => {
    const target = await answering('/v1/models', { data: [{ id: 'm' }] });
    const port = await listen((_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${target}/v1/models` }).end();
    });
    expect(await probe('vllm', port)).toEqual([]);
  });

  test('a server that is silent does not hold up the others', async () => {
    const silent = await listen(() => undefined);
    const dripping = await listen((_request, response) => {
      response.write('{"data":');
    });
    const good = await answering('/api/tags', { models: [{ name: 'm' }] });
    const began = performance.now();
    const found = await probeLocalModels(fetchJson, 400, [
      { kind: 'vllm', port: silent },
      { kind: 'llama.cpp', port: dripping },
      { kind: 'ollama', port: good },
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(['ollama']);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('a question that does not listen to its signal is left alone', async () => {
    expect(await probeLocalModels(() => new Promise(() => undefined), 50)).toEqual([]);
  });
});

describe('the line for the shell', () => {
  const lineFor = (...models: [string, ...string[]]) => connectLine({ kind: 'ollama', baseUrl: 'http://127.0.0.1:11434/v1', models });

  test('names address and model', () => {
    expect(lineFor('llama3')).toBe('PARLANCE_UPSTREAM=http://127.0.0.1:11434/v1 PARLANCE_UPSTREAM_MODEL=llama3 npm start');
  });

  test('takes a model for conversation when there is one', () => {
    expect(lineFor('nomic-embed-text', 'llama3:8b')).toContain('MODEL=llama3:8b ');
    expect(lineFor('nomic-embed-text')).toContain('MODEL=nomic-embed-text ');
  });

  test.each(["x'; touch /tmp/canary; '", '$(id)', '`id`', 'a b', 'a;b', '~', '*', 'a\\', 'õ'])(
    'keeps %j one word of the shell',
    (model) => {
      const [, word = ''] = /PARLANCE_UPSTREAM_MODEL=(.*) npm start$/.exec(lineFor(model)) ?? [];
      expect(execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(model);
    },
  );
});
