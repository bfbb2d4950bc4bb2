import { errorEnvelope, parlanceObject, type ParlanceObject } from '@parlance/wire';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCountry } from '../../apps/gateway/src/country/country.ts';
import { createCardsUpstream } from '../../apps/gateway/src/upstream/cards/cards-upstream.ts';
import { sampleLocale } from '../../packages/pack/src/resolve/sample-pack.ts';
import { answerOf } from './answers.ts';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { key, question, type RunningGateway, startGateway } from './running-gateway.ts';
import { samplePackOf } from './sample-country.ts';

const knobs = { register: 'neutral', address: 'formal-you', reading_level: 'plain' } as const;
const pack = samplePackOf({
  locales: new Map(
    ['et', 'ru', 'en'].map((language) => [language, { ...sampleLocale(language, knobs), scripts: language === 'ru' ? ['Latn'] : [] }]),
  ),
});
const country = createCountry(pack, new Map());
const organised = createCountry(pack, new Map(), {
  language: 'ru',
  register: 'formal',
  sectors: ['citizen-services'],
  minimise: ['phone'],
});

let upstream: MockUpstream;
let model: RunningGateway;
let cards: RunningGateway;
let office: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  model = await startGateway({ upstreamUrl: upstream.url, country });
  cards = await startGateway({ upstream: createCardsUpstream('EE'), country });
  office = await startGateway({ upstreamUrl: upstream.url, country: organised });
});
afterAll(async () => {
  await Promise.all([model.close(), cards.close(), office.close()]);
  await upstream.close();
});
beforeEach(() => {
  upstream.play(plainStream('Hello.'));
  upstream.requests.length = 0;
});

const russian = 'Как мне продлить вид на жительство?';

async function told(
  content: string,
  asked: { readonly parlance?: unknown; readonly accept?: string; readonly from?: RunningGateway } = {},
): Promise<ParlanceObject> {
  const { parlance, accept, from = model } = asked;
  const headers = accept === undefined ? {} : { 'accept-language': accept };
  const { parlance: found } = await answerOf(await from.post(question(content, parlance === undefined ? {} : { parlance }), { headers }));
  return parlanceObject.parse(found);
}

describe('the language of an answer', () => {
  test.each([
    { name: 'the request', parlance: { language: 'en' }, accept: 'et', language: 'en', by: 'request' },
    { name: 'the text', parlance: undefined, accept: 'et', language: 'ru', by: 'text' },
  ])('is decided by $name before the browser', async ({ parlance, accept, language, by }) => {
    const { localization } = await told(russian, { parlance, accept });
    expect(localization).toMatchObject({ language, by: { language: by } });
  });

  test('is that of the browser where the text says little, on the interface as on the page', async () => {
    expect((await told('112?', { accept: 'fi, en;q=0.8' })).localization).toMatchObject({
      language: 'en',
      by: { language: 'accept-language' },
    });
    const page = await fetch(`${cards.url}/`, { headers: { 'accept-language': 'fi, en;q=0.8' } });
    expect(await page.text()).toContain('<html lang="en"');
  });

  test("is the country's where nobody says anything, and a star asks for none", async () => {
    expect((await told('112?', { accept: '*' })).localization).toMatchObject({ language: 'et', by: { language: 'country' } });
  });

  test("is the organisation's before the country's, and the person's before both", async () => {
    expect((await told('112?', { from: office, accept: '*' })).localization).toMatchObject({
      language: 'ru',
      by: { language: 'organisation', register: 'organisation' },
    });
    expect((await told('Kuidas ma saan uue passi?', { from: office, accept: '*' })).localization).toMatchObject({
      language: 'et',
      by: { language: 'text' },
    });
  });

  test('of a person whose language the pack does not speak is English, and the answer says so in their language', async () => {
    const body = question('¿Cómo puedo renovar mi permiso de residencia en este país?');
    const answer = await answerOf(await cards.post(body, { headers: { 'accept-language': '*' } }));
    expect(answer.parlance?.localization).toMatchObject({ language: 'en', unspoken: 'es' });
    expect(JSON.stringify(answer.texts)).toContain('inglés');
  });
});

describe('what a person chooses', () => {
  test('reaches the model in the block of the reader, and the answer says who set what', async () => {
    const parlance = { language: 'ru', script: 'Latn', register: 'formal', address: 'informal-you', reading_level: 'easy' };
    const { localization } = await told(russian, { parlance });
    const request = 'request';
    expect(localization).toEqual({
      ...parlance,
      by: { language: request, script: request, register: request, address: request, reading_level: request },
      unspoken: null,
      under_18: null,
      asked_of_model: true,
    });
    const said = upstream.requests[0]?.text ?? '';
    for (const [name, value] of Object.entries(parlance)) expect(said).toContain(JSON.stringify(`"${name}": "${value}"`).slice(1, -1));
  });

  test('changes no layer but that of the reader', async () => {
    const plain = await told(russian);
    const chosen = await told(russian, { parlance: { register: 'plain', address: 'none', reading_level: 'easy' } });
    const differ = plain.layers.filter(({ digest }, index) => digest !== chosen.layers[index]?.digest);
    expect(differ.map(({ name }) => name)).toEqual(['reader']);
    expect(chosen.disclosures).toEqual(plain.disclosures);
  });

  test('of script is not claimed where no model is asked: the cards stand in their own', async () => {
    const { localization } = await told(russian, { from: cards, parlance: { language: 'ru', script: 'Latn', reading_level: 'easy' } });
    expect(localization).toMatchObject({ script: 'Cyrl', by: { script: 'country' }, asked_of_model: false });
  });

  test('of script is passed over in a language that is not written in it', async () => {
    const { localization } = await told(russian, { parlance: { script: 'Latn' } });
    expect(localization.script).toBe('Latn');
    const estonian = await told('Kuidas ma saan uue passi?', { parlance: { script: 'Cyrl' } });
    expect(estonian.localization).toMatchObject({ language: 'et', script: 'Latn', by: { script: 'text' } });
  });

  test.each([
    { field: 'parlance.language', value: { language: 'fr' }, expected: 'et, ru, en' },
    { field: 'parlance.script', value: { script: 'Arab' }, expected: 'Latn, Cyrl' },
    { field: 'parlance.script', value: { language: 'et', script: 'Cyrl' }, expected: 'Latn' },
    { field: 'parlance.script', value: { script: 'latin letters' }, expected: 'ISO 15924' },
    { field: 'parlance.register', value: { register: 'rude' }, expected: 'formal, neutral, plain' },
    { field: 'parlance.address', value: { address: 'comrade' }, expected: 'formal-you, informal-you, none' },
    { field: 'parlance.reading_level', value: { reading_level: 'B1' }, expected: 'standard, plain, easy' },
    { field: 'parlance', value: { retention_days: 999 }, expected: 'language, sector, script, register, address, reading_level' },
  ])('is refused with the field $field and what is expected, without what was sent', async ({ field, value, expected }) => {
    const response = await model.post(question('Tere', { parlance: value }));
    const { error } = errorEnvelope.parse(await response.json());
    expect(response.status).toBe(400);
    expect(error.param).toBe(field);
    expect(error.message).toContain(expected);
    expect(error.message).not.toMatch(/rude|comrade|B1|999|retention|latin letters/);
    expect(upstream.requests).toHaveLength(0);
  });
});

describe('an organisation', () => {
  test('closes sectors, and what is asked there is refused', async () => {
    const closed = createCountry(
      samplePackOf({ sectors: new Map([...pack.sectors, ['education', { ...pack.sectors.get('citizen-services')!, id: 'education' }]]) }),
      new Map(),
      {
        sectors: ['education'],
      },
    );
    const gateway = await startGateway({ upstreamUrl: upstream.url, country: closed });
    const refused = await gateway.post(question('Tere', { parlance: { sector: 'citizen-services' } }));
    expect(errorEnvelope.parse(await refused.json()).error).toMatchObject({
      param: 'parlance.sector',
      message: 'parlance.sector: expected one of education',
    });
    expect((await gateway.post(question('Tere'))).status).toBe(200);
    await gateway.close();
  });
});

test('a malformed Accept-Language of any length is no error', async () => {
  for (const accept of [',;=,', 'x'.repeat(10_000), 'et;q=9'.repeat(500), 'en_US;q=0,5']) {
    const response = await fetch(`${model.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'accept-language': accept },
      body: JSON.stringify(question('Tere')),
    });
    expect(response.status).toBe(200);
  }
});
