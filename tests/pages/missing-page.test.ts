import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';
import { textOf } from './asking.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterAll(() => gateway.close());

const get = (path: string, headers: Readonly<Record<string, string>>): Promise<Response> => fetch(gateway.address + path, { headers });

test.each(['/xyzzy', '/study/xyzzy', '/v1/xyzzy'])(
  'a browser at %s is told in its language that nothing is there, and where to go',
  async (path) => {
    const response = await get(path, { accept: browser, 'accept-language': 'ru' });
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(textOf(html)).toContain('По этому адресу страницы нет.');
    for (const place of ['/', '/services', '/study', '/transparency']) expect(html).toContain(`href="${place}?lang=ru"`);
    expect(html).not.toContain('xyzzy');
  },
);

test.each([
  ['a program', { accept: 'application/json' }],
  ['whoever takes anything', { accept: '*/*' }],
])('%s is told so as JSON', async (_who, headers) => {
  const response = await get('/xyzzy', headers);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
});

test('a form at an address without a page is told so as JSON', async () => {
  const response = await fetch(`${gateway.address}/xyzzy`, {
    method: 'POST',
    headers: { accept: browser },
    body: new URLSearchParams({ q: 'x' }),
  });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toContain('application/json');
});

test.each([
  ['fi', true],
  ['fi, ru;q=0.5', false],
  ['*', false],
])('who asks in %s is told which languages there are: %s', async (language, isTold) => {
  const html = await (await get('/', { accept: browser, 'accept-language': language })).text();
  expect(html.includes('\u2068eesti\u2069')).toBe(isTold);
  expect(await (await get('/?lang=en', { accept: browser, 'accept-language': language })).text()).not.toContain('\u2068eesti\u2069');
});
