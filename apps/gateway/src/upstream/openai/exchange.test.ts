import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { expect, test } from 'vitest';
import { Exchange } from './exchange.ts';

test('a body that had to wait for its reader comes whole', { timeout: 15_000 }, async () => {
  const server = createServer((_request, response) => void response.end(Buffer.alloc(8_000_000, 'x'))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent();
  const exchange = new Exchange(agent, { origin: `http://127.0.0.1:${port}`, path: '/', method: 'GET' }, new AbortController().signal);
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
