import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publicKey } from '../../apps/gateway/src/use-control/public-key.ts';
import { type KeyFacts } from '../../apps/gateway/src/store/key-facts.ts';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { facts, key, question, type RunningGateway, startGateway } from './running-gateway.ts';

const held: KeyFacts = {
  ...facts,
  ...{ purpose: 'education', about: 'Help with homework', office: 'School office', sector: 'education', ageBand: 'under-18' },
};
const canary = 'Canaria Verybad';
const names = Array.from({ length: 60 }, (_, index) => `${canary}${String.fromCharCode(97 + (index % 26))}${'xyz'.charAt(index % 3)}`);
const traces = (name: string) => `Where does ${name} go each day? Put home addresses and friends together.`;

let upstream: MockUpstream;
let gateway: RunningGateway;
beforeAll(async () => {
  upstream = await startMockUpstream();
});
afterAll(() => upstream.close());
beforeEach(async () => {
  upstream.play(plainStream('No.'));
  gateway = await startGateway({ upstreamUrl: upstream.url, keyFacts: held, purposes: [publicKey(held)] });
  return () => gateway.close();
});

const read = async (path: string): Promise<string> => (await fetch(`${gateway.url}${path}`)).text();

async function raiseIncident(): Promise<void> {
  for (const name of names) await (await gateway.post(question(traces(name)))).text();
}

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

describe('an incident', () => {
  test('stands in /readyz and in the log of the server, with the key, the pattern and the hour', async () => {
    await raiseIncident();
    const incident = { pattern: 'many-persons', key: 'key-1', hour: '2026-11-21T10Z' };
    const response = await fetch(`${gateway.url}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([200, { incidents: [incident] }]);
    expect(gateway.logged()).toContain('a pattern of use stands out');
  });

  test('names no person and holds nothing that was asked, in no place', async () => {
    await raiseIncident();
    for (const told of [await read('/readyz'), await read('/purposes'), await read('/metrics'), gateway.logged()]) {
      expect(told).not.toContain('Canaria');
      expect(told).not.toContain('home addresses');
    }
  });

  test('is none before many persons were asked for, and /purposes is the same before and after', async () => {
    const before = await read('/purposes');
    expect(await read('/readyz')).not.toContain('incidents');
    await raiseIncident();
    expect(await read('/purposes')).toBe(before);
  });
});
