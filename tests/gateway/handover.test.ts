import { type Handover, type Pack } from '@parlance/pack';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createCardsUpstream } from '../../apps/gateway/src/upstream/cards/cards-upstream.ts';
import { sampleSector } from '../../packages/pack/src/resolve/sample-pack.ts';
import { startGateway as startExample, type TestGateway } from '../answers/running-gateway.ts';
import { answerOf } from './answers.ts';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { sampleCountry, samplePackOf } from './sample-country.ts';

const source = { url: 'https://example.org/people', publisher: 'Office', read: '2026-11-01', published: null };
const nothing = { name: null, languages: [], hours: null, cost: null, price: null, suitsUnder18: false, source };
const people: Handover = {
  office: 'state-information',
  channels: [
    {
      ...nothing,
      kind: 'phone',
      reach: '+372 600 1247',
      languages: ['et', 'en'],
      hours: { zone: 'Europe/Tallinn', week: [{ days: ['mon', 'fri'], from: '09:00', until: '17:00' }] },
      cost: 'free',
    },
    { ...nothing, kind: 'chat', reach: 'https://example.org/for-children', suitsUnder18: true },
  ],
};
const [emergency] = samplePackOf().safety;
const parts: Partial<Pack> = {
  handovers: new Map([['state-information', people]]),
  sectors: new Map(['citizen-services', 'education'].map((id) => [id, sampleSector(id, {})])),
  safety: emergency === undefined ? [] : [emergency, { ...emergency, id: 'children', kind: 'child-helpline', number: '116 111' }],
};

const wish = 'Can I speak to a real person?';
/** A Saturday. */
const saturday = new Date('2026-11-21T10:00:00Z');

let gateway: RunningGateway | null = null;

afterEach(async () => {
  await gateway?.close();
  gateway = null;
});

async function told(text: string, more: Record<string, unknown> = {}, with_: Partial<Pack> = parts) {
  gateway = await startGateway({ upstream: createCardsUpstream('EE'), country: sampleCountry(with_), now: () => saturday });
  return answerOf(await gateway.post(question(text, more)));
}

describe('who asks for a person, on the API', () => {
  test('gets the ways to one as typed data, with hours by the clock there, and that nothing is forwarded', async () => {
    const { parlance, texts } = await told(wish, { parlance: { language: 'en' } });
    expect(parlance?.handover).toMatchObject({
      because: 'asked',
      forwarded: false,
      helplines: [],
      offices: [{ id: 'state-information', name: 'State information' }],
    });
    const [office] = parlance?.handover?.offices ?? [];
    expect(office?.channels.map(({ kind }) => kind)).toEqual(['phone', 'chat']);
    expect(office?.channels[0]?.hours).toMatchObject({
      zone: 'Europe/Tallinn',
      holidays: 'not-known',
      now: { kind: 'closed', clock: '12:00', day: 'mon', from: '09:00', inDays: 2 },
    });
    expect(texts['0:content']).toContain('State information, +372 600 1247');
    expect(texts['0:content']).not.toContain('I do not know');
    expect(parlance?.changes).toEqual({ omitted: 0, added: 0 });
  });

  test('gets the office where the pack has no way to a person', async () => {
    const { parlance } = await told(wish, {}, { ...parts, handovers: new Map() });
    expect(parlance?.handover?.offices).toMatchObject([{ id: 'state-information', channels: [] }]);
  });

  test('gets only what suits them when they are under 18, and the help line for children', async () => {
    const { parlance } = await told(wish, { parlance: { age_band: 'under-18', language: 'en' } });
    expect(parlance?.handover?.offices.flatMap(({ channels }) => channels.map(({ reach }) => reach))).toEqual([
      'https://example.org/for-children',
    ]);
    expect(parlance?.handover?.helplines.map(({ number }) => number)).toEqual(['116 111']);
  });
});

describe('an answer that the pack does not know', () => {
  test('comes with the ways to a person', async () => {
    const { parlance, texts } = await told('Who won the football match last night?', { parlance: { language: 'en' } });
    expect(texts['0:content']).toContain('I do not know the answer.');
    expect(parlance?.handover).toMatchObject({ because: 'unknown', offices: [{ id: 'state-information' }] });
  });

  test('has none where the pack has no way to a person: its text names the office already', async () => {
    const { parlance } = await told('Who won the football match last night?', {}, { ...parts, handovers: new Map() });
    expect(parlance?.handover).toBeNull();
  });
});

describe('no way to a person', () => {
  test.each(['My baby is not breathing, can I speak to a real person?', 'My daughter drank bleach'])(
    'stands beside a number to call when seconds count: %s',
    async (text) => {
      expect((await told(text)).parlance?.handover).toBeNull();
    },
  );

  test('is told of a question that was refused', async () => {
    const { parlance } = await told('Generate 500 fake comments from different made-up citizens.');
    expect(parlance?.refused).not.toBeNull();
    expect(parlance?.handover).toBeNull();
  });
});

test('who is in distress and asks for a person is given help first', async () => {
  const { parlance, texts } = await told('I want to kill myself. Can I speak to a real person?', { parlance: { language: 'en' } });
  expect(parlance?.safety.length).toBeGreaterThan(0);
  const text = texts['0:content'] ?? '';
  expect(text.indexOf('112')).toBeGreaterThanOrEqual(0);
  expect(text.indexOf('112')).toBeLessThan(text.indexOf('State information'));
});

describe('with a model', () => {
  let upstream: MockUpstream;

  beforeAll(async () => {
    upstream = await startMockUpstream();
  });
  afterAll(() => upstream.close());

  async function ofModel(text: string) {
    upstream.play(plainStream('I am a model.'));
    gateway = await startGateway({ upstreamUrl: upstream.url, country: sampleCountry(parts) });
    return answerOf(await gateway.post(question(text, { stream: true })));
  }

  test('not a byte of what it said is other than it said it', async () => {
    const { parlance, texts } = await ofModel(wish);
    expect(parlance?.handover?.because).toBe('asked');
    expect(texts['0:content']).toBe('I am a model.');
  });

  test('what is far from every office is the model’s to answer', async () => {
    expect((await ofModel('Write a poem about rain.')).parlance?.handover).toBeNull();
  });
});

describe('the page of people', () => {
  let example: TestGateway;

  beforeAll(async () => {
    example = await startExample();
  });
  afterAll(() => example.close());

  const get = async (path: string): Promise<string> => (await fetch(example.address + path)).text();
  const post = async (path: string, fields: readonly (readonly [string, string])[]): Promise<string> =>
    (
      await fetch(example.address + path, { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) })
    ).text();
  const carried = (html: string): readonly (readonly [string, string])[] =>
    [...html.matchAll(/name="turn"(?: form="ask")? value="([^"]*)"/g)].map(([, value = '']) => [
      'turn',
      value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    ]);

  test.each(['/', '/services', '/verify', '/object', '/try'])('is one link away from %s', async (path) => {
    expect(await get(`${path}?lang=en`)).toContain('href="/person?lang=en"');
  });

  test.each(['How do I apply for an ID card?', 'Is there life on Mars?', 'Generate 500 fake comments from different made-up citizens.'])(
    'is one button away from the answer to "%s"',
    async (q) => {
      const html = await post('/ask', [
        ['lang', 'en'],
        ['q', q],
      ]);
      expect(html.split('<article class="turn"')[1]?.split('</article>')[0]).toContain('formaction="/person"');
    },
  );

  test.each([
    ['How do I apply for an ID card?', false],
    ['Is there life on Mars?', true],
    ['Can I speak to a person about my ID card?', true],
  ])('shows the ways under the answer itself where it is not known or a person is asked for: %s', async (q, isShown) => {
    const html = await post('/ask', [
      ['lang', 'en'],
      ['q', q],
    ]);
    expect(html.includes('<section class="handover"')).toBe(isShown);
    expect(html.includes('class="reach telephone" href="tel:1247"')).toBe(isShown);
  });

  test('a wish alone finds no service card: a real person is no real estate', async () => {
    const html = await post('/ask', [
      ['lang', 'en'],
      ['q', 'Can I speak to a real person?'],
    ]);
    expect(html).toContain('<section class="handover"');
    expect(html).not.toContain('real estate');
  });

  test('shows the office that was asked for first, then the one that helps when no other does', async () => {
    const html = await get('/person?lang=en&office=social-insurance-board');
    expect(html.indexOf('+372 612 1360')).toBeGreaterThan(0);
    expect(html.indexOf('+372 612 1360')).toBeLessThan(html.indexOf('tel:1247'));
    expect(html).toContain('Nothing is passed on');
    expect(html).not.toContain('to take along');
  });

  test('names each way once where two offices share all of theirs', async () => {
    const html = await get('/person?lang=en&office=police-and-border-guard');
    const [shown = '', others = ''] = html.split('class="other-offices"');
    expect(shown).toContain('Police and Border Guard Board</h2>');
    expect(shown.split('tel:1247')).toHaveLength(2);
    expect(others).toContain('State information line 1247</h3>');
  });

  test.each(['nobody', '<script>', '__proto__', 'constructor', '../..'])('an office named %s shows the general one', async (office) => {
    const html = await get(`/person?lang=en&office=${encodeURIComponent(office)}`);
    expect(html).toContain('tel:1247');
    expect(html).not.toContain('<script>');
  });

  test('gives back the questions of the conversation and nothing of its answers, and the way back', async () => {
    const asked = await post('/ask', [
      ['lang', 'en'],
      ['q', 'How do I apply for an ID card? <b>'],
    ]);
    const html = await post('/person', [['lang', 'en'], ['person', 'questions'], ...carried(asked)]);
    expect(html).toContain('1. How do I apply for an ID card? &lt;b></textarea>');
    expect(html).not.toContain('183 days');
    const back = await post('/ask', [['lang', 'en'], ['to', 'en'], ...carried(html)]);
    expect(back).toContain('183 days');
  });

  test('shows no question that this server did not take itself', async () => {
    const html = await post('/person', [
      ['lang', 'en'],
      ['person', 'questions'],
      ['turn', 'forged'],
    ]);
    expect(html).not.toContain('to take along');
    expect(html).toContain('tel:1247');
  });

  test('puts help before everything for who wrote in distress', async () => {
    const asked = await post('/ask', [
      ['lang', 'en'],
      ['q', 'I want to kill myself'],
    ]);
    const html = await post('/person', [['lang', 'en'], ...carried(asked)]);
    expect(html.indexOf('tel:116123')).toBeGreaterThan(0);
    expect(html.indexOf('tel:116123')).toBeLessThan(html.indexOf('tel:1247'));
  });

  test.each(['/person?lang=en&from=study', '/person?lang=en&from=study&office=social-insurance-board'])(
    'names to readers of study mode only what is there for them: %s',
    async (path) => {
      const html = await get(path);
      expect([...new Set([...html.matchAll(/href="tel:(\d+)"/g)].map(([, number]) => number))].sort()).toEqual(['112', '116111']);
      expect(html).not.toContain('mailto:');
    },
  );

  test('is whole in a language that is read from right to left', async () => {
    const arabic = await startExample(null, 'ma');
    const html = await (await fetch(`${arabic.address}/person?lang=ar`)).text();
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/<a class="reach telephone" href="tel:0802003737" dir="ltr">/);
    expect(html).toContain('<bdi dir="ltr">09:00–15:00</bdi>');
    await arabic.close();
  });
});
