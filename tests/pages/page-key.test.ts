import { afterEach, expect, test } from 'vitest';
import { plainStream, startMockUpstream } from '../gateway/mock-upstream.ts';
import { startGateway } from '../gateway/running-gateway.ts';
import { bodyOf } from './asking.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test('what is asked on a page is counted and watched under the key of the pages, each question once', async () => {
  const upstream = await startMockUpstream();
  closing.push(() => upstream.close());
  upstream.play(plainStream('So.'));
  const seen: (readonly [string, string])[] = [];
  const uses = { see: ({ id }: { readonly id: string }, text: string) => (seen.push([id, text]), []), incidents: () => [] };
  const gateway = await startGateway({ upstreamUrl: upstream.url, uses });
  closing.push(() => gateway.close());
  const ask = (q: string): Promise<string> =>
    fetch(`${gateway.url}/ask`, { method: 'POST', body: bodyOf({ lang: 'en', q, ticket: 'A'.repeat(22) }) }).then((response) =>
      response.text(),
    );
  await ask('One?');
  await ask('One?');
  await ask('Two?');
  expect(seen).toEqual([
    ['key-1', 'One?'],
    ['key-1', 'Two?'],
  ]);
  expect(gateway.used.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
});
