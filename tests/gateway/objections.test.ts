import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../pages/asking.ts';
import { buttonsOf, codeOf, formOf, type Objecting, startObjecting } from './objecting.ts';
import { person, strangersCode } from './sample-country.ts';

let place: Objecting;
let buttons: readonly string[];

beforeAll(async () => {
  place = await startObjecting();
  const answer = await place.post('/try', { text: `A forbidden phrase, and ${strangersCode}.`, q: 'x', lang: 'en', speed: 'instant' });
  buttons = buttonsOf(await answer.text());
});
afterAll(() => place.close());

const law = (): string => buttons.find((address) => address.includes('ee.law.1.words')) ?? '';

/** Opens a form, waits as people do, and sends it. */
async function send(address: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { action, ticket } = formOf(await (await place.get(address)).text());
  place.pass(5_000);
  return place.post(action, { ticket, ...fields });
}

async function sent(fields: Readonly<Record<string, string>> = {}): Promise<{ readonly code: string; readonly html: string }> {
  const reply = await send(law(), fields);
  const html = await reply.text();
  expect(reply.status).toBe(200);
  return { code: codeOf(html), html };
}

const newest = async () =>
  (await place.store.objections.list({ state: 'open', most: 10_000 })).toSorted((a, b) => Number(b.number - a.number))[0];
const count = async (): Promise<number> => (await place.store.objections.list({ state: 'all', most: 10_000 })).length;

describe('from a notice', () => {
  test('each change has a button, and the form behind it says rule, law, who decides, until when, and what is kept', async () => {
    expect(buttons.length).toBeGreaterThanOrEqual(2);
    const reply = await place.get(law());
    const text = textOf(await reply.text());
    expect(reply.status).toBe(200);
    for (const told of [
      'ee.law.1.words@',
      'Act, § 1 (EE)',
      'Board',
      'Chancellor',
      'https://example.org/redress',
      'December 21, 2026',
      '2000',
      '30 days',
    ])
      expect(text).toContain(told);
    expect(text).toContain('the service’s own');
  });

  test('in an example pack promises nothing in the name of the office', async () => {
    const text = textOf(await (await place.get(law())).text());
    expect(text).toContain('Who would decide');
    expect(text).toContain('has not agreed to decide, and no answer is promised');
    expect(text).not.toContain('You will be answered by');
  });

  test('what a law means is a reason against a rule that has a law, and no other', async () => {
    const byPrivacy = buttons.find((each) => each.includes('privacy.ee.isikukood')) ?? '';
    const reasonsAt = async (address: string) =>
      [...(await (await place.get(address)).text()).matchAll(/name="reason" value="([\w-]+)"/g)].map(([, name]) => name);
    expect(await reasonsAt(law())).toEqual(['not-meant', 'needed', 'rule-wrong', 'other']);
    expect(await reasonsAt(byPrivacy)).toEqual(['needed', 'rule-wrong', 'other']);
  });

  test('against what the charter adds, the form says what it adds and where it is explained, has reasons that fit, and names the operator who decides', async () => {
    const asked = await place.post('/try', { text: 'All is well.', q: 'I want to die', lang: 'en', speed: 'instant' });
    const address = buttonsOf(await asked.text()).find((each) => each.includes('charter.safety-resources')) ?? '';
    const html = await (await place.get(address)).text();
    expect(html).toContain('What this rule adds to answers: Numbers for help from the country pack');
    expect(html).toContain('href="/transparency/charter?lang=en#charter.safety-resources"');
    const offered = [...html.matchAll(/name="reason" value="([\w-]+)"/g)].map(([, name]) => name);
    expect(offered).toEqual(['not-fitting', 'not-correct', 'disturbing', 'rule-wrong', 'other']);
    expect(html).toContain('so that the operator of this service, who decides, knows');
    const stored = await send(address, { reason: 'disturbing' });
    expect([stored.status, (await newest())?.reason]).toEqual([200, 'disturbing']);
    expect(textOf(await stored.text())).toContain('It disturbed me');
  });

  test('nobody is said to have objected up to the last day that is counted, and no longer', async () => {
    const text = textOf(await (await place.get('/objections?lang=en', { accept: 'text/html' })).text());
    expect(text).toContain('Up to the end of November 20, 2026 nobody had objected.');
  });

  test('no page sets a cookie or loads a script', async () => {
    for (const address of [law(), '/objections']) {
      const reply = await place.get(address, { accept: 'text/html' });
      expect(reply.headers.get('set-cookie')).toBeNull();
      expect(reply.headers.get('content-security-policy')).not.toContain('script-src');
      expect(await reply.text()).not.toContain('<script');
    }
  });

  test('one press stores it, with rule, pack, receipt and days, and gives a code that leads back', async () => {
    const { code } = await sent({ reason: 'needed', text: 'I run a pharmacy.' });
    expect(await newest()).toMatchObject({
      ...{
        rule: 'ee.law.1.words',
        pack: place.country.pack.digest,
        law: 'Act, § 1 (EE)',
        office: 'Chancellor',
        reason: 'needed',
        language: 'en',
      },
      ...{ received: '2026-11-21', due: '2026-12-21', text: 'I run a pharmacy.', decision: null },
      answer: expect.stringMatching(/^\d+\./) as string,
    });
    const text = textOf(await (await place.get(`/object/${code}?lang=en`)).text());
    expect(text).toContain('waits for a decision');
    expect(text).toContain('I need this information');
    expect(text).not.toContain('pharmacy');
    expect(place.files()).not.toContain(code);
  });

  test('an earlier turn of a conversation names no pack: its receipt does, and without one it is the pack in force', async () => {
    const withoutPack = law().replace(/&pack=[^&]+/, '');
    for (const address of [withoutPack, withoutPack.replace(/&answer=[^&]+/, '')]) {
      expect((await send(address)).status).toBe(200);
      expect(await newest()).toMatchObject({ rule: 'ee.law.1.words', pack: place.country.pack.digest });
    }
  });

  test('nothing has to be written', async () => {
    await sent();
    expect(await newest()).toMatchObject({ reason: 'other', text: '' });
  });

  test('a rule of the charter is decided by the operator, and no law is named', async () => {
    const address = buttons.find((each) => each.includes('privacy.ee.isikukood')) ?? '';
    expect((await send(address)).status).toBe(200);
    expect(await newest()).toMatchObject({ rule: 'privacy.ee.isikukood', law: null, office: null });
    expect(textOf(await (await place.get(address)).text())).toContain('the operator of this service');
  });

  test.each(['et', 'ru'])('the pages are in the language of the notice: %s', async (lang) => {
    const reply = await place.get(law().replace('lang=en', `lang=${lang}`));
    expect(await reply.text()).toContain(`<html lang="${lang}"`);
  });
});

describe('what was written', () => {
  test('is masked before it is stored: no file and no line of the log has an identifier', async () => {
    const written = `I am ${person.code}, ${person.iban}, ${person.email}; my neighbour is ${strangersCode}.`;
    const { html } = await sent({ text: written });
    const stored = (await newest())?.text ?? '';
    for (const secret of [person.code, person.iban, person.email, strangersCode]) {
      expect(stored).not.toContain(secret);
      expect(place.files()).not.toContain(secret);
      expect(place.gateway.logged()).not.toContain(secret);
      expect(html).not.toContain(secret);
    }
    expect(stored).toContain('my neighbour is');
    expect(textOf(html)).toMatch(/Masked before it was stored: .*personal codes × 2/);
  });

  test('comes back whole when it is too long, in the language of the reader, and nothing is stored', async () => {
    const before = await count();
    const reply = await send(law().replace('lang=en', 'lang=et'), { text: `Ma ${'a'.repeat(2_000)}` });
    const html = await reply.text();
    expect([reply.status, await count()]).toEqual([413, before]);
    expect(html).toContain('a'.repeat(2_000));
    expect(textOf(html)).toContain('Tekst on pikem kui 2000 märki. Midagi ei salvestatud.');
  });

  test('of a megabyte is refused by a page in the language of the reader that still knows the rule', async () => {
    const before = await count();
    const canary = 'canary-megabyte-';
    const reply = await send(law().replace('lang=en', 'lang=ru'), { text: canary.repeat(65_536) });
    const text = textOf(await reply.text());
    expect([reply.status, await count()]).toEqual([413, before]);
    expect(text).toContain('Текст длиннее 2000 знаков. Ничего не сохранено.');
    expect(text).toContain('ee.law.1.words@');
    expect(place.gateway.logged()).not.toContain(canary);
  });

  test('of exactly as many characters as are allowed is stored, its line ends counted once', async () => {
    const text = `${'a\n'.repeat(999)}aa`;
    await sent({ text: text.replaceAll('\n', '\r\n') });
    expect((await newest())?.text).toBe(text);
  });

  test('with a script in it is text and nothing else, wherever it comes back', async () => {
    const script = '<script>alert(1)</script></textarea><img src=x onerror=alert(1)>';
    const reply = await send(law(), { text: script + 'a'.repeat(2_000) });
    const html = await reply.text();
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;/textarea');
  });

  test('with control characters, NUL and half a surrogate pair is stored without them', async () => {
    await sent({ text: 'a\0b\u001b[31mc\ud800d' });
    expect((await newest())?.text).toBe('ab[31mc\ufffdd');
  });
});

describe('what is made up', () => {
  test.each([
    ['a rule that was never in force', () => law().replace('ee.law.1.words', 'ee.law.2.words')],
    ['another version of a rule', () => law().replace(/rule=([^&]+)%40[^&]+/, 'rule=$1%409.9.9')],
    ['a pack that was never in force', () => law().replace(/sha256%3A..../, 'sha256%3A0000')],
    ['a pack that is no digest', () => law().replace(/sha256%3A[0-9a-f]+/, '..%2F..%2Fetc')],
    ['a rule that is markup', () => '/object?rule=%3Cscript%3E&pack=x&lang=en'],
    ['a rule that is a list', () => `${law()}&rule=x&rule=y`],
  ])('%s has no form, and the page says so', async (_title, address) => {
    const [shown, taken] = await Promise.all([place.get(address()), place.post(address(), { text: 'x' })]);
    expect([shown.status, taken.status]).toEqual([404, 404]);
    const html = await shown.text();
    expect(textOf(html)).toContain('No such rule was in force here.');
    expect(html).not.toContain('<script>');
  });

  test.each([
    ['made up', '7.chatcmpl-0000000000000000'],
    ['markup', '<b>'],
    ['of another form', '../../etc/passwd'],
  ])('a receipt that is %s is left out, and the person is told', async (_title, answer) => {
    const address = law().replace(/answer=[^&]+/, `answer=${encodeURIComponent(answer)}`);
    const reply = await send(address);
    expect(textOf(await reply.text())).toContain('its number was left out');
    expect((await newest())?.answer).toBeNull();
  });

  test('a receipt of an answer that this rule did not change is left out', async () => {
    const other = await place.post('/try', { text: `Only ${strangersCode}.`, q: 'x', lang: 'en', speed: 'instant' });
    const answer = /answer=([^&]+)/.exec(buttonsOf(await other.text())[0] ?? '')?.[1] ?? '';
    await send(law().replace(/answer=[^&]+/, `answer=${answer}`));
    expect((await newest())?.answer).toBeNull();
  });

  test.each(['', 'a'.repeat(22), '..%2F', 'a'.repeat(90)])('the code "%s", which nobody has, shows nothing', async (code) => {
    const reply = await place.get(`/object/${code}`);
    expect(reply.status).toBe(404);
  });

  test('a form sent from another site is refused', async () => {
    const { action, ticket } = formOf(await (await place.get(law())).text());
    place.pass(5_000);
    const before = await count();
    const reply = await place.post(action, { ticket }, { 'sec-fetch-site': 'cross-site' });
    expect([reply.status, await count()]).toEqual([403, before]);
  });
});

describe('a form', () => {
  test('that is sent twice is one objection, and gives the same code', async () => {
    const { action, ticket } = formOf(await (await place.get(law())).text());
    place.pass(5_000);
    const before = await count();
    const replies = await Promise.all([1, 2, 3].map(() => place.post(action, { ticket, text: 'once' })));
    const codes = await Promise.all(replies.map(async (reply) => codeOf(await reply.text())));
    expect([new Set(codes).size, await count()]).toEqual([1, before + 1]);
  });

  test('that comes faster than people are keeps its ticket, so that a second press is enough', async () => {
    const first = formOf(await (await place.get(law())).text());
    const early = await place.post(first.action, { ticket: first.ticket, text: 'quick' });
    const html = await early.text();
    expect([early.status, formOf(html).ticket]).toEqual([429, first.ticket]);
    expect(html).toContain('quick');
    place.pass(2_000);
    expect((await place.post(first.action, { ticket: first.ticket, text: 'quick' })).status).toBe(200);
  });

  test.each([
    ['older than an hour', 3_600_001, (ticket: string) => ticket],
    ['forged', 5_000, (ticket: string) => ticket.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/^./, 'x')],
    ['empty', 5_000, () => ''],
  ])('with a ticket that is %s comes back with what was written and a new ticket', async (_title, age, change) => {
    const { action, ticket } = formOf(await (await place.get(law())).text());
    place.pass(age);
    const before = await count();
    const reply = await place.post(action, { ticket: change(ticket), text: 'kept', reason: 'rule-wrong' });
    const html = await reply.text();
    expect([reply.status, await count()]).toEqual([400, before]);
    expect(html).toContain('kept');
    expect(html).toMatch(/value="rule-wrong" checked/);
    expect(formOf(html).ticket).not.toBe(ticket);
  });
});
