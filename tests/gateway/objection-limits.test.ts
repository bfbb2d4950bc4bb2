import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf, type Fields, textOf } from '../pages/asking.ts';
import { buttonsOf, codeOf, formOf, type Objecting, type ObjectionFormOnPage, startObjecting } from './objecting.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';
import { person, strangersCode } from './sample-country.ts';

const turnKey = randomBytes(32);
let place: Objecting;
/** Other servers on the same database and log. */
const others: RunningGateway[] = [];
let law: string;

beforeAll(async () => {
  place = await startObjecting({ turnKey });
  const answer = await place.post('/try', { text: 'A forbidden phrase.', q: 'x', lang: 'en', speed: 'instant' });
  law = buttonsOf(await answer.text())[0] ?? '';
});
afterAll(async () => {
  for (const other of others) await other.close();
  await place.close();
});

const formAt = async (address: string): Promise<ObjectionFormOnPage> => formOf(await (await place.get(address)).text());
const count = async (): Promise<number> => (await place.store.objections.list({ state: 'all', most: 10_000 })).length;

async function postElsewhere(add: Partial<Objecting['store']['objections']>, form: ObjectionFormOnPage, fields: Fields): Promise<Response> {
  const { country, log, now, store } = place;
  const other = await startGateway({
    country,
    log,
    now,
    turnKey,
    objections: { ...store.objections, ...add },
    upstreamUrl: 'http://127.0.0.1:9/v1',
  });
  others.push(other);
  return fetch(other.url + form.action, { method: 'POST', body: bodyOf({ ticket: form.ticket, ...fields }) });
}

describe('the address of the form', () => {
  test.each([
    ['half a percent sign', 'rule=%'],
    ['bytes that are no UTF-8', 'rule=%ff%fe'],
    ['NUL', 'rule=%00&pack=%00'],
    ['sixteen thousand letters', `rule=${'a'.repeat(8_000)}&answer=${'b'.repeat(8_000)}`],
    ['a formula of a database', "rule=';drop table objection;--&pack=sha256%3A' or 1=1"],
    ['a turn of direction', 'rule=%E2%80%AEee.law.1&lang=en'],
  ])('with %s finds no rule, and a page says so', async (_title, query) => {
    const reply = await place.get(`/object?${query}`);
    const html = await reply.text();
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toContain('text/html');
    expect(html).not.toContain('<script');
    expect(place.gateway.logged()).not.toContain('drop table');
  });

  test.each([
    ['the name of a prototype', '__proto__[rule]=x&constructor=x'],
    ['a thousand fields', Array.from({ length: 1_000 }, (_, nth) => `f${nth}=1`).join('&')],
    ['a path for a language', 'lang=../../../etc/passwd'],
    ['markup for a language and a receipt', 'lang=%3Cscript%3E&answer=%3Cscript%3Ealert(1)%3C/script%3E'],
  ])('with %s and no rule leads to the rules of the country, and no further', async (_title, query) => {
    const reply = await place.get(`/object?${query}`);
    expect([reply.status, new URL(reply.url).pathname]).toEqual([200, expect.stringMatching(/^\/transparency\/packs\/sha256:/) as string]);
    expect(await reply.text()).not.toMatch(/<script|etc\/passwd/);
  });

  test('of the counts and of a code may say anything beside the language', async () => {
    for (const path of ['/objections', `/object/${'a'.repeat(22)}`]) {
      const reply = await place.get(`${path}?lang=%3Cscript%3E&state=all&__proto__=x&q=${'a'.repeat(9_000)}`, { accept: 'text/html' });
      expect([200, 404]).toContain(reply.status);
      expect(await reply.text()).not.toContain('<script');
    }
  });
});

describe('the personal data of others', () => {
  test('are asked not to be written, by the form, before anything is', async () => {
    const words = {
      en: 'Please name no other people.',
      et: 'Palun ärge nimetage teisi inimesi.',
      ru: 'Пожалуйста, не называйте других людей.',
    };
    for (const [lang, told] of Object.entries(words))
      expect(textOf(await (await place.get(law.replace('lang=en', `lang=${lang}`))).text()), lang).toContain(told);
  });

  test('are masked where they can be recognised, in other digits and scripts too, and counted on the receipt', async () => {
    const { action, ticket } = await formAt(law);
    place.pass(5_000);
    const digits = Array.from(strangersCode, (digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
    const reply = await place.post(action, { ticket, text: `Her code is ${digits}, his mail ${person.email}.` });
    const html = await reply.text();
    expect(reply.status).toBe(200);
    expect(textOf(html)).toContain('Masked before it was stored: personal codes × 1, e-mail addresses × 1');
    for (const secret of [digits, strangersCode, person.email]) {
      expect(html).not.toContain(secret);
      expect(place.files()).not.toContain(secret);
    }
  });
});

describe('a form that was opened before the server started anew', () => {
  test('is taken by the new one, and is one objection', async () => {
    const form = await formAt(law);
    place.pass(5_000);
    const before = await count();
    const first = await place.post(form.action, { ticket: form.ticket, text: 'once' });
    const second = await postElsewhere({}, form, { text: 'once' });
    expect([first.status, second.status, codeOf(await second.text())]).toEqual([200, 200, codeOf(await first.text())]);
    expect(await count()).toBe(before + 1);
  });
});

describe('when there are too many', () => {
  test('that wait for a decision, the form says so with when to come again, and keeps what was written', async () => {
    const form = await formAt(law);
    place.pass(5_000);
    const before = await count();
    const reply = await postElsewhere({ add: () => Promise.resolve('full') }, form, { text: 'kept words', reason: 'needed' });
    const html = await reply.text();
    expect([reply.status, reply.headers.get('retry-after'), await count()]).toEqual([503, '3600', before]);
    expect(html).toContain('kept words');
    expect(html).toMatch(/value="needed" checked/);
    expect(html).toContain('https://example.org/redress');
  });

  test('of one connection in an hour, the form comes back with its ticket and when to come again, and what was stored before can still be read', async () => {
    let last: Response | null = null;
    let form = await formAt(law);
    for (let sent = 0; sent < 25 && last?.status !== 429; sent++) {
      form = await formAt(law);
      place.pass(5_000);
      last = await place.post(form.action, { ticket: form.ticket, text: 'number' });
    }
    const html = (await last?.text()) ?? '';
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(formOf(html).ticket).toBe(form.ticket);
    expect(html).toContain('number');
    expect(await count()).toBe(20);
    expect((await place.get('/objections', { accept: 'text/html' })).status).toBe(200);
  });
});
