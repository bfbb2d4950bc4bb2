import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { refuseOtherSites } from './own-site.ts';

async function statusOf(headers: Record<string, string>, host = '127.0.0.1'): Promise<number> {
  const app = Fastify();
  app.addHook('onRequest', (request, reply) =>
    refuseOtherSites(
      {
        config: {
          mode: 'development',
          bodyLimit: 1,
          pageQuestions: 0,
          trustedProxies: [],
          log: 'silent',
          egress: 'minimise',
          host,
          releases: null,
        },
      },
      request,
      reply,
    ),
  );
  app.post('/ask', () => 'answered');
  const { statusCode } = await app.inject({ method: 'POST', url: '/ask', headers: { host: '127.0.0.1:7311', ...headers } });
  return statusCode;
}

test.each([
  ['a form of the page itself', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
  ['a form of the page in an older browser', { origin: 'http://127.0.0.1:7311' }],
  ['a program', {}],
  ['another name of this machine', { host: 'localhost:7311' }],
])('%s is answered', async (_name, headers) => {
  expect(await statusOf(headers)).toBe(200);
});

test.each([
  ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a form of another port of this machine', { 'sec-fetch-site': 'same-site' }],
  ['a form of another site in an older browser', { origin: 'https://evil.example' }],
  ['a form without an origin in an older browser', { origin: 'null' }],
  ['a name that was bound to this machine by somebody else', { host: 'rebind.evil.example:7311' }],
])('%s is refused', async (_name, headers) => {
  expect(await statusOf(headers)).toBe(403);
});

test('a server for everybody takes every name', async () => {
  expect(await statusOf({ host: 'parlance.example' }, '0.0.0.0')).toBe(200);
});
