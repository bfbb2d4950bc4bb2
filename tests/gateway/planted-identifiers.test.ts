import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerOf } from './answers.ts';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';
import { person } from './sample-country.ts';

let upstream: MockUpstream;
let abroad: RunningGateway;

beforeAll(async () => {
  upstream = await startMockUpstream();
  upstream.play(plainStream('Ok.'));
  abroad = await startGateway({ upstreamUrl: upstream.url, jurisdiction: 'US' });
});
afterAll(async () => {
  await abroad.close();
  await upstream.close();
});
beforeEach(() => {
  upstream.requests.length = 0;
});

/** Estonian personal codes with their check digit, after the published weights. */
function personalCode(number: number): string {
  const digits = `3${String(60 + (number % 39)).padStart(2, '0')}${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}${String(number % 1000).padStart(3, '0')}`;
  const sumWith = (weights: readonly number[]) => weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;
  const first = sumWith([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]);
  const second = sumWith([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]);
  return `${digits}${first < 10 ? first : second < 10 ? second : 0}`;
}

/** Estonian accounts: a check digit of their own (weights 7, 3, 1 from the right), and that of ISO 13616. */
function account(number: number): string {
  const body = `00221${String(number).padStart(8, '0')}`;
  const sum = Array.from(body).reduceRight(
    (total, digit, place) => total + Number(digit) * ([7, 3, 1][(body.length - 1 - place) % 3] ?? 0),
    0,
  );
  const bban = `22${body}${(10 - (sum % 10)) % 10}`;
  return `EE${String(98 - Number(BigInt(`${bban}141400`) % 97n)).padStart(2, '0')}${bban}`;
}

const generated: readonly ((number: number) => string)[] = [
  personalCode,
  account,
  (number) => `+372 5${String(1_000_000 + number * 37).slice(0, 3)} ${String(1000 + ((number * 53) % 9000))}`,
  (number) => `planted.person${number}@example.ee`,
];
const planted = Array.from({ length: 1000 }, (_, number) => generated[number % generated.length]?.(number) ?? '');

const inEscapes = (text: string): string => Array.from(text, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const inPercents = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const inReferences = (text: string): string => Array.from(text, (char) => `&#${char.charCodeAt(0)};`).join('');

/** How a text may stand in a message. */
const dresses: readonly ((text: string) => string)[] = [
  (text) => `about ${text} please`,
  (text) => JSON.stringify({ a: [{ b: text }] }),
  (text) => JSON.stringify({ a: JSON.stringify({ b: JSON.stringify([text]) }) }),
  (text) => `Data: {"a":"${inEscapes(text)}"`,
  (text) => `Data: {"a":"${inEscapes(text).replaceAll('\\', '\\\\')}"`,
  (text) => `https://example.org/?q=${inPercents(text)}`,
  (text) => `https://example.org/?q=${text.replaceAll('@', '%40').replaceAll('+', '%2B').replaceAll(' ', '%20')}`,
  (text) => `<td>${inReferences(text)}</td>`,
];

/** Ten values to a message, and each kind of message in turn. */
function messages(): readonly unknown[] {
  const texts = planted.map((value, index) => dresses[Math.floor(index / generated.length) % dresses.length]?.(value) ?? value);
  return Array.from({ length: 100 }, (_, group) => {
    const text = texts.slice(group * 10, group * 10 + 10).join('\n');
    const kinds: readonly unknown[] = [
      { role: 'system', content: text },
      { role: 'user', content: text },
      { role: 'user', content: [{ type: 'text', text: `notes.txt:\n${text}` }] },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: `a${group}`, type: 'function', function: { name: 'f', arguments: JSON.stringify({ text }) } }],
      },
      { role: 'tool', tool_call_id: `a${group}`, content: text },
    ];
    return kinds[group % kinds.length];
  });
}

/** What somebody reads who undoes every encoding, over and over. */
function readings(text: string): readonly string[] {
  const found = [text];
  for (let depth = 0; depth < 8; depth++) {
    const last = found.at(-1) ?? '';
    found.push(
      last
        .replace(/\\u([0-9a-f]{4})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\\(["\\/])/gu, '$1')
        .replace(/&#(\d+);/gu, (_all, code: string) => String.fromCodePoint(Number(code)))
        .replace(/%([0-7][0-9a-f])/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  }
  return found;
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

test('of 1,000 planted identifiers none leaves, in system, user, tool and file text, in any decoding', async () => {
  expect(new Set(planted).size).toBe(1000);
  const body = { model: 'parlance', messages: [...messages(), { role: 'user', content: 'Hi' }] };
  expect((await answerOf(await abroad.post(body))).status).toBe(200);
  expect(upstream.requests).toHaveLength(1);
  for (const { path, headers, text } of upstream.requests)
    for (const reading of readings(path + JSON.stringify(headers) + text)) {
      const left = planted.filter((value) => reading.includes(value));
      expect(left).toEqual([]);
      const closed = bare(reading);
      expect(planted.filter((value) => !value.includes('@') && closed.includes(bare(value)))).toEqual([]);
    }
});

describe('a file in a text does not leave', () => {
  test.each([
    ['in Markdown', 'See ![scan](data:image/png;base64,iVBORw0KGgo=) for more.'],
    ['behind a type of any length', `data:text/plain;${'name=x;'.repeat(80)}base64,aGVsbG8=`],
    ['in the middle of a text', 'My passport is data:application/pdf;charset=utf-8;base64,JVBERi0x and more'],
    ['in percent-encoding', 'data:image/png%3Bbase64%2CiVBORw0KGgo='],
  ])('%s', async (_name, text) => {
    expect((await answerOf(await abroad.post(question(text)))).error).toBe('unsupported_parameter');
    expect(upstream.requests).toEqual([]);
  });

  test.each([
    'What is base64, and what is data?',
    'The data: name, age; base64 is something else',
    'A data: URL may be plain, as data:,hello',
  ])('and a text that only speaks of such addresses does: %j', async (text) => {
    expect((await answerOf(await abroad.post(question(text)))).status).toBe(200);
  });
});

describe('by the policy of the operator', () => {
  const withCode = question(`My code is ${person.code}`);
  const without = question('How do I renew my passport?');

  test.each([
    ['minimise', withCode, 200],
    ['minimise', without, 200],
    ['refuse', withCode, 403],
    ['refuse', without, 200],
    ['home-only', withCode, 403],
    ['home-only', without, 403],
  ] as const)('%s: %j is answered with %i', async (egress, body, status) => {
    const gateway = await startGateway({ upstreamUrl: upstream.url, jurisdiction: 'US', egress });
    const answer = await answerOf(await gateway.post(body));
    await gateway.close();
    expect(answer.status).toBe(status);
    expect(upstream.requests).toHaveLength(status === 200 ? 1 : 0);
    expect(answer.parlance).toMatchObject({ ending: status === 200 ? 'done' : 'operator', egress: { policy: egress } });
    if (status !== 200) expect(answer.error).toBe('egress_refused');
    for (const { text } of upstream.requests) expect(text).not.toContain(person.code);
  });

  test.each(['refuse', 'home-only'] as const)('%s keeps nothing from an upstream at home', async (egress) => {
    const gateway = await startGateway({ upstreamUrl: upstream.url, jurisdiction: 'EE', egress });
    const answer = await answerOf(await gateway.post(withCode));
    await gateway.close();
    expect(answer).toMatchObject({ status: 200, parlance: { egress: { policy: 'home' } } });
  });

  test.each(['refuse', 'home-only'] as const)('%s keeps no help from a person in danger', async (egress) => {
    const gateway = await startGateway({ upstreamUrl: upstream.url, jurisdiction: 'US', egress });
    const answer = await answerOf(await gateway.post(question(`I want to die. ${person.code}`)));
    await gateway.close();
    expect(answer.parlance?.safety.map(({ number }) => number)).toContain('112');
    expect(upstream.requests).toEqual([]);
  });
});
