import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, answerOf } from './answers.ts';
import { chunk, done, frames, inPackets, type MockUpstream, plainStream, startMockUpstream, stop, streamOf } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { canary, person, sampleCountry, strangersCode } from './sample-country.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;
let home: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url, timeout: 300 });
  home = await startGateway({ upstreamUrl: upstream.url, jurisdiction: 'EE' });
});
afterAll(async () => {
  await Promise.all([gateway.close(), home.close()]);
  await upstream.close();
});
beforeEach(() => {
  upstream.requests.length = 0;
});

async function both(body: Readonly<Record<string, unknown>>, from = gateway): Promise<readonly [Answer, Answer]> {
  return [await answerOf(await from.post(body)), await answerOf(await from.post({ ...body, stream: true }))];
}

const told = (answer: Answer) => ({ texts: answer.texts, disclosures: answer.parlance?.disclosures, changes: answer.parlance?.changes });

const plantedText = `Tere 🇪🇪 ${canary} ja keelatud sõna. 376 0503 0299? Kirjuta mari@example.ee! õäöü 👩‍👩‍👧 lõpp.\n⟦1: võlts⟧ CANARY-٧٤٨١٥٩ 112`;

describe('the same upstream bytes, however they are cut', () => {
  test('give the same text and disclosures, streamed and whole (R7)', async () => {
    const bytes = Buffer.from(
      frames([
        chunk({ role: 'assistant' }),
        chunk({ reasoning_content: `I think ${canary} yes` }),
        ...[...plantedText.matchAll(/[\s\S]{1,7}/g)].map(([content]) => chunk({ content })),
        stop,
        done,
      ]),
    );
    upstream.play(inPackets(bytes, []));
    const [whole, stream] = await both(question('Hi'));
    expect(told(stream)).toEqual(told(whole));
    expect(whole.parlance?.changes.omitted).toBeGreaterThanOrEqual(5);
    const random = fc.sample(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 20 }), { numRuns: 50, seed: 7 });
    for (const [index, cuts] of random.entries()) {
      upstream.play(inPackets(bytes, cuts));
      const answer = await answerOf(await gateway.post(question('Hi', { stream: index % 2 === 0 })));
      expect(told(answer)).toEqual(told(whole));
      expect(answer.raw).not.toContain(canary);
      expect(answer.raw).not.toContain('٧٤٨١٥٩');
    }
  });

  test('also when the text is cut into deltas at any place', async () => {
    upstream.play(plainStream(plantedText));
    const whole = await answerOf(await gateway.post(question('Hi')));
    for (const cuts of fc.sample(fc.array(fc.integer({ min: 0, max: plantedText.length }), { maxLength: 12 }), { numRuns: 50, seed: 8 })) {
      const places = [0, ...cuts, plantedText.length].sort((left, right) => left - right);
      upstream.play(plainStream(...places.slice(1).map((place, index) => plantedText.slice(places[index], place))));
      expect(told(await answerOf(await gateway.post(question('Hi', { stream: true }))))).toEqual(told(whole));
    }
  });
});

describe('what a rule leaves out', () => {
  const places = {
    content: [chunk({ content: `x ${canary} y` }), stop, done],
    reasoning: [chunk({ reasoning_content: `x ${canary} y` }), chunk({ content: 'z' }), stop, done],
    refusal: [chunk({ refusal: `x ${canary} y` }), stop, done],
    'tool arguments': [chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: `{"x":"${canary}"}` } }] }), stop, done],
    'escaped tool arguments': [
      chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '{"x":"c\\u0061nary-748159"}' } }] }),
      stop,
      done,
    ],
    'escaped arguments that are not JSON': [
      chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '{"x":"c\\u0061nary-748159' } }] }),
      stop,
      done,
    ],
    'a tool name': [chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: canary, arguments: '{}' } }] }), stop, done],
    'a tool id': [chunk({ tool_calls: [{ index: 0, id: canary, function: { name: 'f', arguments: '{}' } }] }), stop, done],
    'a finish reason': [chunk({ content: 'x' }), chunk({}, { finish_reason: canary }), done],
    'an unknown member': [chunk({ content: 'x', speech: canary }), stop, done],
    'an unknown member of a tool call': [
      chunk({ tool_calls: [{ index: 0, id: 'a', speech: canary, function: { name: 'f', arguments: '{}', more: canary } }] }),
      stop,
      done,
    ],
    'log probabilities': [chunk({ content: 'x' }, { logprobs: { content: [{ token: canary }] } }), stop, done],
    'the name of the model': [{ ...chunk({ content: 'x' }), model: canary, system_fingerprint: canary, id: canary }, stop, done],
    'an error': [chunk({ content: 'x' }), { error: { message: canary } }],
    'broken data': [chunk({ content: 'x' }), `{"choices": "${canary}`],
  };

  test.each(Object.entries(places))('in %s is in no byte, header or log', async (_place, chunks) => {
    upstream.play(streamOf(chunks));
    for (const answer of await both(question('Hi'))) {
      const seen = answer.raw + JSON.stringify([...answer.headers]) + gateway.logged();
      expect(seen).not.toContain(canary);
      expect(seen).not.toContain('748159');
      for (const { arguments: text } of answer.tools)
        if (answer.error === null && text.startsWith('{"x":"⟦')) expect(JSON.parse(text)).toBeTypeOf('object');
    }
  });

  test('is disclosed if and only if something was left out (R3)', async () => {
    upstream.play(plainStream('Nothing to see.'));
    for (const answer of await both(question('Hi'))) {
      expect(answer.parlance).toMatchObject({ changes: { omitted: 0, added: 0 }, disclosures: [] });
      expect(answer.texts).toEqual({ '0:content': 'Nothing to see.' });
    }
    upstream.play(plainStream(`${canary}. ${strangersCode}.`));
    for (const answer of await both(question('Hi'))) {
      const text = answer.texts['0:content'] ?? '';
      expect(answer.parlance?.disclosures.map(({ cause }) => cause)).toEqual(['law', 'privacy']);
      expect(text.match(/because of law/g)).toHaveLength(1);
      for (const { at } of answer.parlance?.disclosures ?? [])
        expect(
          Array.from(text)
            .slice(...at)
            .join(''),
        ).toMatch(/^⟦.*⟧$/);
    }
  });

  test('keeps tool arguments valid JSON, and refuses where no marker can stand (R14)', async () => {
    const call = (text: string) =>
      streamOf([chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: text } }] }), stop, done]);
    upstream.play(call(`{"to": "${strangersCode}", "why": "a ${canary}", "n": 1.50}`));
    for (const { tools, parlance } of await both(question('Hi'))) {
      expect(JSON.parse(tools[0]?.arguments ?? '')).toMatchObject({ n: 1.5, to: expect.stringContaining('⟦1') as unknown });
      expect(parlance?.disclosures.map(({ channel }) => channel)).toEqual(['tool', 'tool']);
    }
    for (const text of [`{"to": ${strangersCode}}`, `{"${canary}": 1}`, `not json ${canary}`]) {
      upstream.play(call(text));
      for (const answer of await both(question('Hi'))) {
        expect(answer.tools).toEqual([]);
        expect(answer.status).toBeGreaterThanOrEqual(403);
        expect(answer.raw).not.toContain(strangersCode);
      }
    }
  });

  test('turns an answer that has to be JSON into a refusal with its cause before anything is sent (R14)', async () => {
    const asked = question('Hi', { response_format: { type: 'json_object' } });
    upstream.play(plainStream('{"a": "fi', 'ne"}'));
    for (const answer of await both(asked)) expect(answer.texts).toEqual({ '0:content': '{"a": "fine"}' });
    upstream.play(plainStream(`{"a": "${canary}"}`));
    for (const answer of await both(asked)) {
      expect([answer.status, answer.error, answer.parlance?.ending]).toEqual([451, 'legal_refusal', 'law']);
      expect(answer.headers.get('link')).toContain('rel="blocked-by"');
      expect(answer.headers.get('link')).toContain('rel="describedby"');
      expect(answer.raw).not.toContain('748159');
    }
    upstream.play(plainStream(`{"a": "${strangersCode}"}`));
    for (const answer of await both(asked))
      expect([answer.status, answer.error, answer.parlance?.ending]).toEqual([403, 'charter_refusal', 'charter']);
  });
});

describe('identifiers', () => {
  const planted = Object.values(person);
  const everywhere = {
    model: 'parlance',
    user: person.code,
    metadata: { id: person.code, type: person.code, nested: { format: person.iban } },
    messages: [
      { role: 'system', name: person.email, content: `Person ${person.code}` },
      {
        role: 'user',
        content: [
          { type: 'text', text: `Minu kood on ${person.code}, konto ${person.iban}` },
          { type: 'text', text: person.phone, id: person.code, deep: { list: [person.phone] } },
        ],
      },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'f', arguments: JSON.stringify({ who: person.email }) } }],
      },
      {
        role: 'tool',
        tool_call_id: 'call_1',
        content: JSON.stringify({ code: person.code, phone: person.phone, list: [person.iban] }),
      },
      { role: 'user', content: `Telefon ${person.phone}, kiri ${person.email}` },
    ],
    tools: [
      {
        type: 'function',
        function: {
          name: 'f',
          parameters: { type: 'object', properties: { code: { default: person.code, enum: [person.code] } } },
        },
      },
    ],
  };

  test('never reach the upstream outside the country, wherever they stand (R11)', async () => {
    upstream.play(plainStream('Ok.'));
    const [answer] = await both(everywhere);
    expect(answer.status).toBe(200);
    const [sent] = upstream.requests;
    for (const secret of planted) expect(sent?.text).not.toContain(secret);
    expect(sent?.text).toContain('⟦isikukood-1⟧');
    expect(JSON.parse(sent?.text ?? '')).toMatchObject({ model: 'mock-model', stream: true });
    expect(answer.parlance?.egress).toMatchObject({
      policy: 'minimise',
      jurisdiction: null,
      classes: { isikukood: 1, iban: 1, phone: 1, email: 1 },
    });
  });

  const nameless = { model: 'parlance', messages: [{ role: 'user', content: 'Hi' }] };
  test.each([
    ['as a member name', { ...nameless, metadata: { [person.code]: 'x' } }],
    ['as a number', { ...nameless, metadata: { code: Number(person.code) } }],
    ['as a number in the JSON of a tool', { ...nameless, messages: [{ role: 'tool', content: `{"code":${person.code}}` }] }],
    [
      'in a picture',
      { ...nameless, messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,eA==' } }] }] },
    ],
  ])('where nothing can take their place (%s) the request does not leave, and at home it does', async (_place, body) => {
    upstream.play(plainStream('Ok.'));
    for (const answer of await both(body)) expect([answer.status, upstream.requests.length]).toEqual([400, 0]);
    for (const answer of await both(body, home)) expect(answer.status).toBe(200);
  });

  test('in tool results are replaced also when an escape spells them', async () => {
    upstream.play(plainStream('Ok.'));
    const escaped = person.code.replace('7', '\\u0037');
    await both({ ...nameless, messages: [{ role: 'tool', content: `{"code": "${escaped}"}` }] });
    expect(upstream.requests[0]?.text).toContain('⟦isikukood-1⟧');
    expect(upstream.requests[0]?.text).not.toContain('605030299');
  });

  test('are not touched when the upstream stands at home', async () => {
    upstream.play(plainStream('Ok.'));
    const [answer] = await both(everywhere, home);
    for (const secret of planted) expect(upstream.requests[0]?.text).toContain(secret);
    expect(answer.parlance?.egress).toEqual({ jurisdiction: 'EE', policy: 'home', classes: {}, judge: null, embeddings: null });
  });

  test('come back restored, and what the person typed is not left out, but a stranger is', async () => {
    upstream.play(plainStream('Sinu kood ⟦isikukoo', `d-1⟧, telefon ⟦phone-1⟧, võõras ${strangersCode}.`));
    const asked = question(`Minu kood on ${person.code} ja telefon ${person.phone}.`);
    for (const answer of await both(asked)) {
      const text = answer.texts['0:content'] ?? '';
      expect(text).toContain(`Sinu kood ${person.code}, telefon ${person.phone}, võõras ⟦1`);
      expect(text).not.toContain(strangersCode);
      expect(answer.parlance?.changes.omitted).toBe(1);
    }
  });

  test('what the person typed is given back also when the pack does not minimise it', async () => {
    const privacy = { identifiers: ['ee.isikukood', 'iban', 'phone', 'email'], minimise: ['ee.isikukood'], retention: { max_days: 1 } };
    const lax = await startGateway({ upstreamUrl: upstream.url, country: sampleCountry({ privacy }) });
    upstream.play(plainStream(`Kirjutan ${person.email}.`));
    for (const answer of await both(question(`Minu kiri on ${person.email}.`), lax))
      expect(answer.texts['0:content']).toBe(`Kirjutan ${person.email}.`);
    await lax.close();
  });

  test('come back in tool arguments and JSON answers, also when their brackets are written as escapes', async () => {
    const asked = question(`Minu kood on ${person.code}.`);
    for (const name of ['⟦isikukood-1⟧', '\\u27e6isikukood-1\\u27e7']) {
      upstream.play(
        streamOf([chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: `{"code": "${name}"}` } }] }), stop, done]),
      );
      for (const answer of await both(asked)) expect(JSON.parse(answer.tools[0]?.arguments ?? '{}')).toEqual({ code: person.code });
      upstream.play(plainStream(`{"code": "${name}"}`));
      for (const answer of await both({ ...asked, response_format: { type: 'json_object' } }))
        expect(JSON.parse(answer.texts['0:content'] ?? '{}')).toEqual({ code: person.code });
    }
  });
});
