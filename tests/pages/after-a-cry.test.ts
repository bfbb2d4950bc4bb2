import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway as startExample, type TestGateway } from '../answers/running-gateway.ts';
import { plainStream, startMockUpstream } from '../gateway/mock-upstream.ts';
import { startGateway } from '../gateway/running-gateway.ts';
import { sampleCountry } from '../gateway/sample-country.ts';
import { studiedHere, studiedItem } from '../gateway/studied-here.ts';
import { bodyOf, carriedIn, type Fields, textOf } from './asking.ts';
import { carriedIn as studyCarriedIn, page as studyPageAt, send as sendStudy } from './studying.ts';

const cry = 'I want to kill myself';
const followUp = 'what should I do?';
const line = '116 123';

const ask = (address: string, fields: Fields): Promise<Response> =>
  fetch(`${address}/ask`, { method: 'POST', body: bodyOf({ lang: 'en', ...fields }) });
/** What stands below a question where it was asked last. */
const below = (question: string, html: string): string => textOf(html).split(question).at(-1) ?? '';

describe('on a page of the Estonian example, after a cry for help,', () => {
  let example: TestGateway;
  let turns: readonly string[];

  beforeAll(async () => {
    example = await startExample();
    turns = carriedIn(await (await ask(example.address, { q: cry })).text());
  });
  afterAll(() => example.close());

  test.each([
    ['without script', {}],
    ['with script', { part: 'turn', packs: '1' }],
  ])('a question without a subject brings the help lines again, %s', async (_name, more) => {
    expect(turns).toHaveLength(1);
    const html = await (await ask(example.address, { turn: turns, number: '2', q: followUp, ...more })).text();
    const told = below(followUp, html);
    expect(told).toContain(line);
    expect(told).not.toContain('I do not know the answer');
  });

  test('a question with a subject is answered as usual', async () => {
    const html = await (await ask(example.address, { turn: turns, number: '2', q: 'How do I renew my passport?', part: 'turn' })).text();
    expect(textOf(html)).toContain('Estonian passport');
    expect(textOf(html)).not.toContain(line);
  });

  test('who says in a text that is too long that they are in distress is given the help line for children last', async () => {
    const html = await (await ask(example.address, { q: `${'x '.repeat(60_000)}. ${cry}` })).text();
    const fault = textOf(/id="question-fault"[\s\S]*?<textarea/.exec(html)?.[0] ?? '');
    const places = [line, '112', '116 111'].map((number) => fault.indexOf(number));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test('the interface for programs gives the resources as data too', async () => {
    const said = [
      { role: 'user' as const, content: cry },
      { role: 'assistant' as const, content: 'Help is there.' },
      { role: 'user' as const, content: 'what is their phone number?' },
    ];
    const response = await fetch(`${example.address}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${example.key}` },
      body: JSON.stringify({ model: 'parlance', messages: said, parlance: { language: 'en' } }),
    });
    const told = JSON.stringify(await response.json());
    expect(told).toContain('"number":"116 123"');
    expect(told).not.toContain('I do not know the answer');
  });
});

test('a cry for help to which no answer came is heard all the same, also where the next question is not taken', async () => {
  const upstream = await startMockUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.url, pageQuestions: 2 });
  upstream.play((response) => void response.writeHead(500).end());
  const turn = carriedIn(await (await ask(gateway.url, { q: cry })).text());
  upstream.play(plainStream('I am here.'));
  const second = await (await ask(gateway.url, { turn, number: '2', q: followUp })).text();
  expect(below(followUp, second)).toContain('112 – Emergency');
  const refused = await ask(gateway.url, { turn: carriedIn(second), number: '3', q: followUp });
  expect(refused.status).toBe(429);
  expect(await refused.text()).toContain('help-heading');
  await gateway.close();
  await upstream.close();
});

test('in study mode, what is asked of a cry for help brings help, and who goes on working is taught', async () => {
  const upstream = await startMockUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.url, country: sampleCountry(studiedHere) });
  const act = async (html: string, fields: Fields): Promise<string> => {
    upstream.play(plainStream('Told.'));
    return (await sendStudy(gateway.url, { ...studyCarriedIn(html), ...fields })).html;
  };
  const first = await act((await studyPageAt(`${gateway.url}/study?lang=en&item=${studiedItem}`)).html, { q: cry, act: 'ask' });
  const second = await act(first, { q: followUp, act: 'ask' });
  expect(below(followUp, second)).toContain('112 – Emergency');
  expect(upstream.requests.at(-1)?.text).not.toContain(studiedItem);
  const third = await act(second, { q: '15', act: 'try' });
  expect(below(' 15 ', third)).not.toContain('help and safety');
  expect(textOf(third)).toContain('Your tries so far: 1');
  await gateway.close();
  await upstream.close();
});
