import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../pages/asking.ts';
import { buttonsOf, codeOf, formOf, type Objecting, startObjecting } from './objecting.ts';

let place: Objecting;
let law: string;

beforeAll(async () => {
  place = await startObjecting();
  const answer = await place.post('/try', { text: 'A forbidden phrase.', q: 'x', lang: 'en', speed: 'instant' });
  law = buttonsOf(await answer.text())[0] ?? '';
});
afterAll(() => place.close());

const count = async (): Promise<number> => (await place.store.objections.list({ state: 'all', most: 10_000 })).length;

describe('a form that is sent again with changed words', () => {
  async function twice(fields: Readonly<{ text?: string; reason?: string }>) {
    const { action, ticket } = formOf(await (await place.get(law)).text());
    place.pass(5_000);
    const code = codeOf(await (await place.post(action, { ticket, reason: 'needed', text: 'first words' })).text());
    const before = await count();
    const reply = await place.post(action, { ticket, reason: 'needed', text: 'first words', ...fields });
    return { before, code, first: ticket, reply, html: await reply.text() };
  }

  test.each<[string, Readonly<{ text?: string; reason?: string }>]>([
    ['another text', { text: 'second words' }],
    ['another reason', { reason: 'rule-wrong' }],
    ['a longer text', { text: 'first words and more' }],
  ])('%s: the first stands, the page says so, and what was written can be sent as another objection', async (_title, fields) => {
    const { before, code, first, reply, html } = await twice(fields);
    expect([reply.status, await count()]).toEqual([409, before]);
    expect(textOf(html)).toContain(`Your first version stands. Its code is ${code}`);
    expect(html).toContain(fields.text ?? 'first words');
    const { action, ticket } = formOf(html);
    expect(ticket).not.toBe(first);
    place.pass(5_000);
    const other = codeOf(await (await place.post(action, { ticket, ...fields })).text());
    expect(other).not.toBe(code);
  });

  test('that differs in its line ends alone is the same', async () => {
    const { code, reply, html } = await twice({ text: 'first words\r\n' });
    expect([reply.status, codeOf(html)]).toEqual([200, code]);
  });
});
