import { type Passage } from '@parlance/pack';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CitationRow } from '../../apps/gateway/src/store/citation-row.ts';
import { type Citations } from '../../apps/gateway/src/store/citation-writer.ts';
import { jsonAnswer, type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { sampleCountry } from './sample-country.ts';

const passage: Passage = {
  ...{ id: 'cat', language: 'en', title: 'Cat passport', text: 'A cat passport is applied for at the zoo.' },
  ...{ publisher: 'Office of Cats', source: 'https://example.org/cat', licence: 'CC0', date: '2026-11-01' },
};
const row = (day: string, shown: bigint, cited: bigint): CitationRow => ({
  ...{ day, pack: 'EE', publisher: 'Office of Cats', language: 'en', shown, cited },
});
const asked = question('How is a cat passport applied for?', { parlance: { language: 'en' } });

let upstream: MockUpstream;
let gateway: RunningGateway;
const counted: Citations[] = [];

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({
    upstreamUrl: upstream.url,
    country: sampleCountry({ knowledge: [passage] }),
    counted,
    citationRows: [row('2026-11-19', 10n, 9n), row('2026-11-20', 12345n, 0n)],
  });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});
beforeEach(() => {
  counted.length = 0;
});

describe('what an answer cites', () => {
  test.each([true, false])('is counted when its text says so (streamed: %s)', async (stream) => {
    upstream.play(plainStream('At the zoo [s1], says Evil Publisher [s2].'));
    await (await gateway.post({ ...asked, stream })).text();
    expect(counted).toHaveLength(1);
    expect(counted[0]).toMatchObject({ pack: 'EE', language: 'en', sources: [{ id: 's1', publisher: 'Office of Cats' }] });
    expect([...(counted[0]?.cited ?? [])]).toContain('s1');
    expect(JSON.stringify(counted[0]?.sources)).not.toContain('Evil');
  });

  test('is shown and not cited when its text does not say so', async () => {
    upstream.play(plainStream('At the zoo.'));
    await (await gateway.post(asked)).text();
    expect(counted.map(({ cited }) => cited.size)).toEqual([0]);
  });

  test('is not counted when nothing was known, and when the answer broke', async () => {
    upstream.play(plainStream('Lima [s1].'));
    await (await gateway.post(question('What is the capital of Peru?'))).text();
    upstream.play(jsonAnswer({}, 500));
    await (await gateway.post(asked)).text();
    expect(counted).toEqual([]);
  });
});

describe('GET /citations', () => {
  const get = async (search: string) => {
    const reply = await fetch(`${gateway.url}/citations${search}`);
    return { status: reply.status, body: (await reply.json()) as unknown };
  };

  test('tells counts per day, publisher and language, below ten only as an order of magnitude', async () => {
    const shared = { publisher: 'Office of Cats', language: 'en' };
    expect(await get('')).toEqual({
      status: 200,
      body: {
        ...{ pack: 'EE', from: '2026-10-22', to: '2026-11-20' },
        citations: [
          { day: '2026-11-19', ...shared, shown: 10, cited: '1-9' },
          { day: '2026-11-20', ...shared, shown: 12345, cited: 0 },
        ],
      },
    });
  });

  test('does not tell the day that is not over', async () => {
    expect(await get('?to=2027-01-01&from=2026-11-01')).toMatchObject({ status: 200, body: { from: '2026-11-01', to: '2026-11-20' } });
    expect(await get('?from=2026-11-21')).toMatchObject({ status: 200, body: { citations: [] } });
  });

  test.each(['?from=yesterday', '?to=2026-02-30', '?from=2020-01-01', '?from=2026-11-01&from=2026-11-02'])('refuses %s', async (search) => {
    const { status, body } = await get(search);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid_request', param: 'from' } });
    expect(JSON.stringify(body)).toContain('YYYY-MM-DD');
  });
});
