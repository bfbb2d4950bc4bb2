import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from './running-gateway.ts';

let place: RunningGateway;

beforeAll(async () => {
  place = await startGateway({ upstreamUrl: 'http://model.example:8000/v1' });
});
afterAll(() => place.close());

const leadsTo = async (path: string): Promise<string | null> =>
  (await fetch(`${place.url}${path}`, { redirect: 'manual' })).headers.get('location');

test.each([
  ['AbCdEfGhIjKlMnOpQrStUv', '/object/AbCdEfGhIjKlMnOpQrStUv?lang=et'],
  [' https://parlance.example/object/AbCdEfGhIjKlMnOpQrStUv?lang=en ', '/object/AbCdEfGhIjKlMnOpQrStUv?lang=et'],
  ['../../log/checkpoint', '/object/-?lang=et'],
  ['//evil.example', '/object/-?lang=et'],
  ['', '/object/-?lang=et'],
])('%j in the form of the code leads to the page of an objection here and nowhere else', async (code, address) => {
  expect(await leadsTo(`/objections?${new URLSearchParams({ lang: 'et', code }).toString()}`)).toBe(address);
});

test.each(['-', '%2E%2E%2Flog', 'AbC'])('what is no code (%s) is told to be none', async (code) => {
  const response = await fetch(`${place.url}/object/${code}?lang=en`);
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('There is no objection with this code')]);
});

test('the form without a rule leads to the rules, each with its link to object', async () => {
  expect(await leadsTo('/object?lang=en')).toMatch(/^\/transparency\/packs\/sha256:[0-9a-f]{64}\?lang=en$/);
});

test.each(['..', '.', '../log', 'AbC', ' '])(
  'what cannot be a code (%j), typed into the form, comes to the page that says so',
  async (code) => {
    const response = await fetch(`${place.url}/objections?${new URLSearchParams({ lang: 'en', code }).toString()}`);
    expect([new URL(response.url).pathname, response.status]).toEqual(['/object/-', 404]);
  },
);
