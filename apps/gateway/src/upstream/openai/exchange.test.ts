import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, Pool } from 'undici';
import { expect, test } from 'vitest';
import { Leaving } from '../departure.ts';
import { Exchange } from './exchange.ts';

test('a body that had to wait for its reader comes whole', { timeout: 15_000 }, async () => {
  const server = createServer((_request, response) => void response.end(Buffer.alloc(8_000_000, 'x'))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent();
  const exchange = new Exchange(agent, { origin: `http://127.0.0.1:${port}`, path: '/', method: 'GET' }, new Leaving());
  await exchange.head;
  let size = 0;
  for await (const part of exchange) {
    if (size === 0) await sleep(500);
    size += part.length;
  }
  expect(size).toBe(8_000_000);
  await agent.close();
  server.close();
});

test('who leaves breaks the exchange off, before it begins and while it waits', async () => {
  let requests = 0;
  let hasClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (hasClosed = resolve));
  const server = createServer((request) => {
    requests++;
    request.once('close', hasClosed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent();
  const options = { origin: `http://127.0.0.1:${port}`, path: '/', method: 'GET' } as const;
  const gone = new Leaving();
  gone.leave();
  await expect(new Exchange(agent, options, gone).head).rejects.toMatchObject({ name: 'AbortError' });
  expect(requests).toBe(0);
  const leaving = new Leaving();
  const exchange = new Exchange(agent, options, leaving);
  await once(server, 'request');
  leaving.leave();
  await expect(exchange.head).rejects.toMatchObject({ name: 'AbortError' });
  await closed;
  await agent.close();
  server.close();
});

test('a question of someone who left while all connections were busy does not go out', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    setTimeout(() => response.end('x'), 100);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 1, pipelining: 1 });
  const first = new Exchange(pool, { path: '/first', method: 'GET' }, new Leaving());
  const leaving = new Leaving();
  const second = new Exchange(pool, { path: '/second', method: 'GET' }, leaving);
  leaving.leave();
  await expect(second.head).rejects.toMatchObject({ name: 'AbortError' });
  await first.head;
  for await (const part of first) expect(part.toString()).toBe('x');
  const third = new Exchange(pool, { path: '/third', method: 'GET' }, new Leaving());
  await third.head;
  for await (const part of third) expect(part.toString()).toBe('x');
  expect(asked).toEqual(['/first', '/third']);
  await pool.close();
  server.close();
});
