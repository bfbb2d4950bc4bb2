import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { portOwner, portTakenError } from './port-owner.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listen(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe.runIf(process.platform === 'linux')('on Linux', () => {
  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1', '0.0.0.0'],
    ['127.0.0.1', 'localhost'],
    ['0.0.0.0', '127.0.0.1'],
    ['0.0.0.0', '::'],
  ])('who listens on %s is in the way of %s', async (taken, wanted) => {
    expect(await portOwner(await listen(taken), wanted)).toMatchObject({ pid: process.pid });
  });

  test('who listens on another address is not in the way', async () => {
    expect(await portOwner(await listen('127.0.0.2'), '127.0.0.1')).toBeNull();
  });

  test('who listens on another port is not in the way', async () => {
    const port = await listen('127.0.0.1');
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await portOwner(port, '127.0.0.1')).toBeNull();
  });

  test('another process is named', async () => {
    const script = `const s = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port))`;
    const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(other.stdout, 'data')) as [Buffer];
    expect(await portOwner(Number(line.toString()), '127.0.0.1')).toEqual({ pid: other.pid, command: 'node' });
    const exit = once(other, 'exit');
    other.kill();
    await exit;
  });
});

test('the message names the owner when it is known', () => {
  expect(portTakenError(7311, { pid: 123, command: 'node' })).toMatchObject({
    code: 'port_taken',
    message: expect.stringMatching(/^port 7311 is taken by node \(pid 123\);/) as string,
  });
  expect(portTakenError(7311, null).message).toMatch(/^port 7311 is taken by another program;/);
});
