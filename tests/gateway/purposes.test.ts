import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publicKey } from '../../apps/gateway/src/use-control/public-key.ts';
import { type KeyFacts } from '../../apps/gateway/src/store/key-facts.ts';
import { type MockUpstream, startMockUpstream } from './mock-upstream.ts';
import { facts, key, type RunningGateway, startGateway } from './running-gateway.ts';

const held: KeyFacts = {
  ...facts,
  purpose: 'education',
  about: 'Help with homework',
  office: 'School office',
  sector: 'education',
  ageBand: 'under-18',
};
let upstream: MockUpstream;
let gateway: RunningGateway;
beforeAll(async () => {
  upstream = await startMockUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  gateway = await startGateway({ upstreamUrl: upstream.url, keyFacts: held, purposes: [publicKey(held)] });
  return () => gateway.close();
});

const read = async (path: string): Promise<string> => (await fetch(`${gateway.url}${path}`)).text();

describe('what keys are for (R18)', () => {
  test('is read by anybody, without a key', async () => {
    const response = await fetch(`${gateway.url}/purposes`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await response.json()).toEqual({
      keys: [
        {
          ...{ id: 'key-1', purpose: 'education', about: 'Help with homework', office: 'School office' },
          ...{ sector: 'education', age_band: 'under-18', expires: null },
        },
      ],
    });
  });

  test('tells nothing that opens anything', async () => {
    const told = await read('/purposes');
    for (const secret of [key, held.prefix, held.tenant]) expect(told).not.toContain(secret);
  });

  test.each(['POST', 'PUT', 'DELETE'])('is changed by nobody over HTTP (%s)', async (method) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await fetch(`${gateway.url}/purposes`, { method, headers, body: '{"keys":[]}' });
    expect(response.status).toBe(405);
    expect(await read('/purposes')).toContain('School office');
  });
});
