import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerOf } from './answers.ts';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { person, sampleCountry } from './sample-country.ts';

let upstream: MockUpstream;
let abroad: RunningGateway;
let unknown: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  upstream.play(plainStream('"Ok."'));
  abroad = await startGateway({ upstreamUrl: upstream.url, jurisdiction: 'US' });
  unknown = await startGateway({ upstreamUrl: upstream.url, jurisdiction: null });
});
afterAll(async () => {
  await Promise.all([abroad.close(), unknown.close()]);
  await upstream.close();
});
beforeEach(() => {
  upstream.requests.length = 0;
});

const { code, iban, phone, email } = person;

/** Each planted value as it is, and with everything between its letters and digits left out. */
const planted = Object.values(person).flatMap((value) => [value, value.replace(/[^\p{L}\p{N}]/gu, '')]);

/** Every byte that the upstream was sent, also as somebody would read it who knows escapes. */
function sentTexts(): readonly string[] {
  return upstream.requests.flatMap(({ path, headers, text }) => {
    const bytes = path + JSON.stringify(headers) + text;
    let plain = bytes;
    for (let depth = 0; depth < 4; depth++)
      plain = plain
        .replace(/\\u([0-9a-f]{4})/giu, (_found, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replaceAll('\\\\', '\\');
    return [bytes, plain];
  });
}

function expectNothingLeft(): void {
  for (const text of sentTexts()) for (const value of planted) expect(text).not.toContain(value);
}

const escaped = (text: string): string => Array.from(text, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

const asked = (...messages: readonly unknown[]) => ({ model: 'parlance', messages: [...messages, { role: 'user', content: 'Hi' }] });
const called = (id: string, name: string, text: string) => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id, type: 'function', function: { name, arguments: text } }],
});
const offering = (tool: Readonly<Record<string, unknown>>) => question('Hi', { tools: [{ type: 'function', function: tool }] });

describe('an identifier does not leave the country', () => {
  test.each([
    ['in the id of a tool call', asked(called(code, 'f', '{}'), { role: 'tool', tool_call_id: code, content: 'Fine.' })],
    ['in the description of a tool', offering({ name: 'f', description: `Asks ${email} about ${code}.` })],
    ['in the parameters of a tool', offering({ name: 'f', parameters: { properties: { a: { description: phone, examples: [iban] } } } })],
    ['in the form of the answer', question('Hi', { response_format: { type: 'json_schema', json_schema: { name: 'x', enum: [iban] } } })],
    ['in the metadata', question('Hi', { metadata: { person: code, account: iban, nested: { list: [[phone]] } } })],
    ['in the name of the user', question('Hi', { user: email })],
    ['in a stop word', question('Hi', { stop: [code] })],
    ['in a member that nobody knows', question('Hi', { later: { kind: [{ place: phone }] } })],
    ['in the name of who speaks', asked({ role: 'user', name: email, content: 'Hi' })],
    ['in a refusal', asked({ role: 'assistant', content: [{ type: 'refusal', refusal: `Not about ${code}.` }] })],
    ['in digits of another script', question(code.replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit))))],
    ['in JSON that a string holds', question(JSON.stringify({ a: code, b: [iban] }))],
    ['in JSON that a string in JSON holds', question(JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ c: email }) }) }))],
    ['in escapes of JSON that a string holds', question(`{"a": "${escaped(code)}", "b": ["${escaped(iban)}"]}`)],
    ['in escapes of JSON that a string in JSON holds', question(JSON.stringify({ a: `["${escaped(email)}"]` }))],
    ['in escapes of the arguments of a tool', asked(called('a', 'f', `{"a":"${escaped(code)}"}`))],
    ['in the id of a tool call, after a low line', asked({ role: 'tool', tool_call_id: `call_${code}`, content: 'x' })],
    ['in escapes of broken JSON', question(`{"a":"${escaped(code)}"`)],
    ['in escapes of JSON after prose', question(`Data: {"a":"${escaped(code)}"}`)],
    ['in escapes of a JSON string', question(`"${escaped(code)}"`)],
    ['in escapes of lines of JSON', question(`{"a":"${escaped(code)}"}\n{"a":"${escaped(code)}"}`)],
    ['in escapes, beside one that is not', question(`${iban} {"a":"${escaped(code)}"`)],
    ['under a member without a name', question('Hi', { '': { model: code, type: email } })],
    ['under a member name that looks like a path', question('Hi', { 'response_format.type': code, 'messages.*.role': code })],
    ['in escapes of the result of a tool', asked({ role: 'tool', tool_call_id: 'a', content: `["${escaped(phone)}"]` })],
  ])('%s', async (_place, body) => {
    for (const gateway of [abroad, unknown]) expect((await answerOf(await gateway.post(body))).status).toBe(200);
    expect(upstream.requests).toHaveLength(2);
    expect(JSON.stringify(upstream.requests)).toMatch(/⟦(?:isikukood|iban|phone|email)-1⟧/u);
    expectNothingLeft();
  });

  test('in escapes of the request itself', async () => {
    const body = JSON.stringify(question('CODE')).replace('CODE', escaped(code));
    expect((await answerOf(await abroad.post(body))).status).toBe(200);
    expect(upstream.requests[0]?.text).toContain('⟦isikukood-1⟧');
    expectNothingLeft();
  });

  test('in a header or in the address', async () => {
    const headers = { cookie: `a=${code}`, 'user-agent': email, 'x-person': code, referer: `https://example.org/${code}` };
    expect((await abroad.post(question('Hi'), { headers })).status).toBe(200);
    expect(upstream.requests).toHaveLength(1);
    expectNothingLeft();
  });
});

describe('a request stays at home when nothing can take the place of', () => {
  const withNumber = (written: string) =>
    JSON.stringify(question('Hi', { metadata: { code: 0 } })).replace('"code":0', `"code":${written}`);
  test.each([
    ['the name of a tool that was called', asked(called('a', `ask-${code}`, '{}'))],
    ['a tool name', offering({ name: `ask-${code}` })],
    ['the choice of a tool', question('Hi', { tool_choice: { type: 'function', function: { name: code } } })],
    ['a tool name after a low line', offering({ name: `look_up_${code}` })],
    ['the name of a model', question('Hi', { model: `x ${code}` })],
    ['the type of a tool', question('Hi', { tools: [{ type: code }] })],
    ['the type of a tool choice', question('Hi', { tool_choice: { type: code } })],
    ['the type of a response format', question('Hi', { response_format: { type: code } })],
    [
      'the type of a tool call',
      asked({ role: 'assistant', tool_calls: [{ id: 'a', type: code, function: { name: 'f', arguments: '{}' } }] }),
    ],
    ['the parts of a text', asked({ role: 'user', content: [code.slice(0, 6), code.slice(6)].map((text) => ({ type: 'text', text })) })],
    [
      'the parts of a text, beside one that is whole',
      asked({ role: 'user', content: [code, `1 ${code.slice(0, 7)}`, code.slice(7)].map((text) => ({ type: 'text', text })) }),
    ],
    [
      'a text and a refusal',
      asked({
        role: 'assistant',
        content: [
          { type: 'text', text: code.slice(0, 6) },
          { type: 'refusal', refusal: code.slice(6) },
        ],
      }),
    ],
    ['a member name', question('Hi', { metadata: { [code]: 'x' } })],
    ['a member name below a tool', offering({ name: 'f', parameters: { properties: { [email]: {} } } })],
    ['a member name in JSON that a string holds', question(JSON.stringify({ [code]: 1 }))],
    ['a member name that is written in escapes', `{"model":"parlance","messages":[{"role":"user","content":"Hi"}],"${escaped(code)}":1}`],
    ['a number', withNumber(code)],
    ['a negative number', withNumber(`-${code}`)],
    ['a number with an exponent', withNumber('3.7605030299e10')],
    ['a number with a fraction that is none', withNumber(`${code}.0`)],
    ['a number in JSON that a string holds', question(`{"a": 3.7605030299e10}`)],
    ['a number in the arguments of a tool', asked(called('a', 'f', `{"code":${code}}`))],
  ])('%s', async (_place, body) => {
    for (const gateway of [abroad, unknown]) {
      const answer = await answerOf(await gateway.post(body));
      expect([answer.status, answer.error]).toEqual([400, 'invalid_request']);
      expect(answer.raw).not.toContain(code);
    }
    expect(upstream.requests).toEqual([]);
  });
});

describe('a part that cannot be read does not leave the country', () => {
  test.each(['image_url', 'input_audio', 'file', 'video_url', 'a_kind_of_tomorrow', ''])('of the type "%s"', async (type) => {
    const readable = { type: 'text', text: 'What is this?' };
    const body = asked(
      { role: 'user', content: 'Hi' },
      { role: 'user', content: [readable, { type, [type]: { url: 'data:,x', data: 'eA==' } }] },
    );
    for (const gateway of [abroad, unknown]) {
      const answer = await answerOf(await gateway.post(body));
      expect([answer.status, answer.error]).toEqual([400, 'unsupported_parameter']);
      expect(answer.raw).toContain('messages.1.content');
    }
    expect(upstream.requests).toEqual([]);
  });

  test('beside a text', async () => {
    const part = { type: 'text', text: 'x', image_url: { url: 'https://example.org/a.png' } };
    expect((await answerOf(await abroad.post(asked({ role: 'user', content: [part] })))).error).toBe('unsupported_parameter');
    expect(upstream.requests).toEqual([]);
  });

  test.each([
    ['in a member that nobody knows', question('Hi', { attachments: [{ url: 'data:image/png;base64,AAAA' }] })],
    ['in a result of a tool', asked({ role: 'tool', tool_call_id: 'a', content: 'data:application/pdf; base64,AAAA' })],
  ])('as an address that holds a file, %s', async (_place, body) => {
    expect((await answerOf(await abroad.post(body))).error).toBe('unsupported_parameter');
    expect(upstream.requests).toEqual([]);
  });
});

test('a pack with an empty privacy list still minimises what the charter protects', async () => {
  const privacy = { identifiers: [], minimise: [], retention: { max_days: 1 } };
  const gateway = await startGateway({ upstreamUrl: upstream.url, country: sampleCountry({ privacy }) });
  const answer = await answerOf(await gateway.post(question(`${code}, ${iban}, ${phone}, ${email}`)));
  await gateway.close();
  expect(answer.parlance?.egress.classes).toEqual({ isikukood: 1, iban: 1, phone: 1, email: 1 });
  expect(upstream.requests[0]?.text).toContain('⟦isikukood-1⟧, ⟦iban-1⟧, ⟦phone-1⟧, ⟦email-1⟧');
  expectNothingLeft();
});
