import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCardsUpstream } from '../../apps/gateway/src/upstream/cards/cards-upstream.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';

let place: RunningGateway;

beforeAll(async () => {
  place = await startGateway({ upstream: createCardsUpstream('EE') });
});
afterAll(() => place.close());

test('pages that cost as much as the register are limited as it is, together, in the language of the reader; cheap ones are not', async () => {
  const paths = ['charter', 'packs/sha256:0', 'packs/compare', 'instructions', 'drift'];
  for (let round = 0; round < 240; round++)
    await Promise.all(paths.map(async (path) => (await fetch(`${place.url}/transparency/${path}?format=json`)).arrayBuffer()));
  for (const path of paths) {
    const reply = await fetch(`${place.url}/transparency/${path}?lang=et`);
    expect([reply.status, reply.headers.has('retry-after')], path).toEqual([429, true]);
    expect(await reply.text()).toContain('Teie ühendusest on küsitud liiga palju lehti.');
  }
  const data = await fetch(`${place.url}/transparency/drift?format=json`);
  expect([data.status, await data.json()]).toMatchObject([429, { error: { code: 'overloaded' } }]);
  for (const path of ['', '/packs', '/purposes', '/system']) expect((await fetch(`${place.url}/transparency${path}`)).status).toBe(200);
}, 60_000);
