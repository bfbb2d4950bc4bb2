import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../pages/asking.ts';
import { buttonsOf, codeOf, formOf, type Objecting, startObjecting } from './objecting.ts';

let place: Objecting;
let law: string;
let form: { readonly action: string; readonly ticket: string };
let code: string;

beforeAll(async () => {
  place = await startObjecting();
  const answer = await place.post('/try', { text: 'A forbidden phrase.', q: 'x', lang: 'en', speed: 'instant' });
  law = buttonsOf(await answer.text())[0] ?? '';
  const first = formOf(await (await place.get(law)).text());
  form = formOf(await (await place.get(law.replace('lang=en', 'lang=et'))).text());
  place.pass(5_000);
  code = codeOf(await (await place.post(first.action, { ticket: first.ticket })).text());
  await place.store.close();
});
afterAll(() => place.close());

describe('while the database is away', () => {
  test('a form comes back whole with its ticket, in the language of the reader, and says that it may be sent again', async () => {
    const reply = await place.post(form.action, { ticket: form.ticket, text: 'Mul on seda vaja.', reason: 'needed' });
    const html = await reply.text();
    expect(reply.status).toBe(503);
    expect(html).toContain('Mul on seda vaja.');
    expect(html).toMatch(/value="needed" checked/);
    expect(formOf(html).ticket).toBe(form.ticket);
    expect(textOf(html)).toContain('Ei ole kindel, kas Teie vaidlustus salvestati,');
  });

  test.each([
    ['an objection', () => `/object/${code}`],
    ['the counts', () => '/objections'],
  ])('%s cannot be shown, and the page says that and speaks of no question', async (_title, path) => {
    const reply = await place.get(`${path()}?lang=en`, { accept: 'text/html' });
    const text = textOf(await reply.text());
    expect(reply.status).toBe(503);
    expect(text).toContain('Objections cannot be read right now.');
    expect(text).not.toContain('question');
  });

  test.each([
    ['an objection', () => `/object/${code}`],
    ['the counts', () => '/objections'],
  ])('programs that ask for %s are told as JSON', async (_title, path) => {
    const reply = await place.get(path(), { accept: 'application/json' });
    expect(reply.status).toBe(503);
    expect(await reply.json()).toMatchObject({ error: { code: 'overloaded' } });
  });
});
