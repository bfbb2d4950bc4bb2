import { afterEach, describe, expect, test } from 'vitest';
import { developmentOffice } from '../../apps/gateway/src/store/development-key.ts';
import { textOf as spacedText } from '../pages/asking.ts';
import { type MockUpstream, startMockUpstream } from './mock-upstream.ts';
import { key, type RunningGateway, startGateway } from './running-gateway.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const textOf = (html: string): string => spacedText(html).replaceAll(/\s+/g, ' ');

async function started(parts: Parameters<typeof startGateway>[0]): Promise<RunningGateway> {
  const place = await startGateway(parts);
  open.push(place);
  return place;
}

const systemText = async ({ url }: RunningGateway): Promise<string> =>
  textOf(await (await fetch(`${url}/transparency/system?lang=en`)).text());
const systemFacts = async ({ url }: RunningGateway): Promise<unknown> => (await fetch(`${url}/transparency/system?format=json`)).json();

async function mocked(named: string): Promise<MockUpstream> {
  const upstream = await startMockUpstream();
  open.push(upstream);
  upstream.play((response) => {
    response.setHeader('content-type', 'text/event-stream');
    const chunk = (delta: object, reason: string | null) =>
      `data: ${JSON.stringify({ model: named, choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
    response.end(`${chunk({ content: 'Hello.' }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`);
  });
  return upstream;
}

async function ask({ url }: RunningGateway, model = 'parlance'): Promise<void> {
  const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello?' }] });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  await (await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body })).text();
}

describe('the model that answers, where none is set', () => {
  test('is what the server of the model chooses, and then what it named itself last', async () => {
    const place = await started({ upstreamUrl: (await mocked('org/mock-1')).url });
    expect(await systemText(place)).toContain('none is set here: the server of the model chooses.');
    await ask(place);
    expect(await systemText(place)).toMatch(/The last answer came from\s+org\/mock-1\s*, by the name that it gave itself\./);
    expect(await systemFacts(place)).toMatchObject({ answering: { model: null, named: 'org/mock-1' } });
  });

  test.each(['<script>alert(1)</script>', 'a model with a sentence', `m${'x'.repeat(200)}`, 'мodel', ''])(
    'is never free text: %j',
    async (named) => {
      const place = await started({ upstreamUrl: (await mocked(named)).url });
      await ask(place);
      expect(await systemFacts(place)).toMatchObject({ answering: { model: null, named: null } });
    },
  );

  test('is its file and not the place of that, where the server names one', async () => {
    const place = await started({ upstreamUrl: (await mocked('/home/secret/model-7b.gguf')).url });
    await ask(place);
    expect(await systemFacts(place)).toMatchObject({ answering: { named: 'model-7b.gguf' } });
  });
});

describe('questions that go to an embeddings server outside', () => {
  const servers = { safeguard: null, embeddings: { model: null, jurisdiction: 'US' } };

  test('are told with the place, beside a model at home, with what is replaced before', async () => {
    const place = await started({ upstreamUrl: 'http://model.example/v1', jurisdiction: 'EE', servers });
    const text = await systemText(place);
    expect(text).not.toContain('Questions stay');
    expect(text).toMatch(/puts what was found in order \(where it stands:\s+United States\s*\); the identifiers below are replaced before/);
    expect(text).toContain('personal codes');
    expect(text).toContain('configured; no model is named');
    expect(await systemFacts(place)).toMatchObject({ leaving: 'home', embedded: 'minimise' });
  });

  test('are told as not sent under the policy that refuses, and not at all under the one that lets nothing leave', async () => {
    const parts = { upstreamUrl: 'http://model.example/v1', jurisdiction: 'EE', servers };
    expect(await systemText(await started({ ...parts, egress: 'refuse' }))).toContain(
      'one that holds an identifier below is not sent to it',
    );
    expect(await systemText(await started({ ...parts, egress: 'home-only' }))).not.toContain('where it stands:');
  });
});

test('a clause says in the language of the page what its level of authority means, and that nothing is measured yet', async () => {
  const { url } = await started({ upstreamUrl: 'http://model.example/v1' });
  const [english, estonian] = await Promise.all(
    ['en', 'et'].map(async (lang) => textOf(await (await fetch(`${url}/transparency/charter?lang=${lang}`)).text())),
  );
  expect(english).toContain('“Root” is the highest: nobody below can change it.');
  expect(english).toContain('No result is published yet');
  expect(english).not.toMatch(/\bMeasured\b/);
  expect(estonian).toMatch(/Kelle tasemel kehtib:\s+kõrgeim \(root\)/);
});

test('the key for development belongs to nobody in the language of the page', async () => {
  const purposes = [
    { id: 'k', purpose: 'development', about: '', office: developmentOffice, sector: null, age_band: 'any-age', expires: null },
  ] as const;
  const { url } = await started({ upstreamUrl: 'http://model.example/v1', purposes });
  const text = await (await fetch(`${url}/transparency/purposes?lang=et`)).text();
  expect(text).toContain('mitte keegi: võti arenduseks');
  expect(text).not.toContain(developmentOffice);
});
