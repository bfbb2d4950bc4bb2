import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEntryBundle, parseLeaf } from '@parlance/log';
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

async function objected(): Promise<{ readonly code: string; readonly number: string }> {
  const { action, ticket } = formOf(await (await place.get(law)).text());
  place.pass(5_000);
  const code = codeOf(await (await place.post(action, { ticket, text: 'Mind canary-written.' })).text());
  const [newest] = (await place.store.objections.list({ state: 'open', most: 10_000 })).toSorted((a, b) => Number(b.number - a.number));
  return { code, number: String(newest?.number) };
}

/** Every leaf of the log that is published. */
function leaves(): readonly unknown[] {
  const size = Number(place.log.published().size);
  const bytes = readFileSync(join(place.log.folder, `tile/entries/000.p/${size}`));
  return decodeEntryBundle(bytes).map((entry) => {
    const parsed = parseLeaf(entry);
    return parsed.ok ? parsed.value : null;
  });
}

const shown = async (code: string): Promise<string> => textOf(await (await place.get(`/object/${code}?lang=en`)).text());

describe('a decision', () => {
  test.each([
    ['upheld', 'upheld: the change was wrong'],
    ['corrected', 'corrected: the rule or its wording'],
    ['rejected', 'rejected: the change stands'],
  ])('%s is read by the receipt with its reasons, and stands in the log at the leaf of the rule without a word', async (outcome, told) => {
    const { code, number } = await objected();
    const reasons = 'The law means sellers.\n\nIt does not mean you. canary-reasons';
    const reply = await place.office(`/${number}`, { outcome, reasons, by: 'Chancellor of Justice' });
    expect([reply.status, ((await reply.json()) as { result: string }).result]).toEqual([200, 'decided']);
    const text = await shown(code);
    for (const part of [
      told,
      'The law means sellers.',
      'It does not mean you.',
      'Chancellor of Justice',
      'The public log tells the outcome',
    ])
      expect(text).toContain(part);
    const all = leaves();
    const amend = all.at(-1) as Readonly<Record<string, unknown>>;
    const period = '2026-11-21';
    expect(amend).toMatchObject({ leaf: 'amend', outcome: `objection-${outcome}`, reason: 'complaint', replacement: null, period });
    expect(amend['authority']).toBe('Chancellor of Justice');
    expect(all[Number(amend['position'])]).toMatchObject({ leaf: 'rule', id: 'ee.law.1.words' });
    expect(JSON.stringify(all)).not.toContain('canary');
    expect(place.gateway.logged()).not.toContain('canary');
  });

  test('of an example pack is told with who wrote the name, and not beside who would have decided or has not agreed to', async () => {
    const { code, number } = await objected();
    expect(await shown(code)).toMatch(/Who would decide[\s\S]*has not agreed to decide/);
    await place.office(`/${number}`, { outcome: 'rejected', reasons: 'Read.', by: 'Chancellor of Justice' });
    const text = await shown(code);
    expect(text).toContain('named by whoever runs this service; nothing here proves it');
    expect(text).not.toMatch(/Who would decide|has not agreed/);
  });

  test('is taken once', async () => {
    const { code, number } = await objected();
    await place.office(`/${number}`, { outcome: 'rejected', reasons: 'First.' });
    const { size } = place.log.published();
    for (const outcome of ['rejected', 'upheld']) {
      const reply = await place.office(`/${number}`, { outcome, reasons: 'Second.' });
      expect(await reply.json()).toMatchObject({ result: 'decided-before', objection: { state: 'rejected' } });
    }
    expect(place.log.published().size).toBe(size);
    const text = await shown(code);
    expect(text).toContain('First.');
    expect(text).not.toContain('Second.');
  });

  test('that comes three times at once is one leaf', async () => {
    const { number } = await objected();
    const before = place.log.published().size;
    const decision = { outcome: 'upheld', reasons: 'At once.', by: 'Chancellor of Justice' };
    const replies = await Promise.all([1, 2, 3].map(async (): Promise<unknown> => (await place.office(`/${number}`, decision)).json()));
    for (const reply of replies) expect(reply).toMatchObject({ result: 'decided' });
    expect(place.log.published().size).toBe(before + 1n);
  });

  test('that is sent again as it was is decided, with the leaf that it has', async () => {
    const { number } = await objected();
    const decision = { outcome: 'corrected', reasons: 'Again.', by: null };
    const first: unknown = await (await place.office(`/${number}`, decision)).json();
    const { size } = place.log.published();
    expect(await (await place.office(`/${number}`, decision)).json()).toEqual(first);
    expect(place.log.published().size).toBe(size);
  });

  test.each([
    ['other reasons', { reasons: 'Second.' }],
    ['another office', { by: 'Somebody else' }],
    ['no office', { by: null }],
    ['another outcome', { outcome: 'upheld' }],
  ])('that comes again with %s has changed nothing and is told so, also where the log does not tell the first', async (_title, other) => {
    const { number } = await objected();
    const first = { outcome: 'rejected', reasons: 'First.', by: 'Chancellor of Justice' } as const;
    await place.store.objections.decide({
      number: BigInt(number),
      ...first,
      statedBy: 'log.example',
      day: '2026-11-21',
      keptDays: 90,
    });
    const reply = await place.office(`/${number}`, { ...first, ...other });
    expect(await reply.json()).toMatchObject({ result: 'decided-before', objection: { state: 'rejected' } });
    expect((await place.store.objections.find(BigInt(number)))?.decision).toMatchObject(first);
  });

  test.each([
    ['no outcome', { reasons: 'x' }],
    ['an outcome that is none', { outcome: 'open', reasons: 'x' }],
    ['no reasons', { outcome: 'upheld' }],
    ['reasons of blanks', { outcome: 'upheld', reasons: ' \n\0 ' }],
    ['reasons that are too long', { outcome: 'upheld', reasons: 'a'.repeat(2_001) }],
    ['an office of two lines', { outcome: 'upheld', reasons: 'x', by: 'a\nb' }],
    ['something more', { outcome: 'upheld', reasons: 'x', text: 'canary-more' }],
    ['a list', []],
  ])('with %s changes nothing', async (_title, body) => {
    const { number } = await objected();
    const reply = await place.office(`/${number}`, body);
    expect(reply.status).toBe(400);
    expect(await reply.text()).not.toContain('canary');
    expect((await place.store.objections.find(BigInt(number)))?.decision).toBeNull();
  });

  test.each(['0', '-1', '1e3', '99999999', '999999999999999999999', 'x'])(
    'about number %s, which is none, is not found',
    async (number) => {
      const [read, decided] = await Promise.all([
        place.office(`/${number}`),
        place.office(`/${number}`, { outcome: 'upheld', reasons: 'x' }),
      ]);
      expect([read.status, decided.status]).toEqual([404, 404]);
    },
  );
});

describe('the key of the office', () => {
  test.each([
    ['is missing', { headers: {} }],
    ['is another', { headers: { authorization: 'Bearer pk-parlance-test' } }],
    ['is in another scheme', { headers: { authorization: 'Basic x' } }],
  ])('that %s opens nothing', async (_title, init) => {
    for (const path of ['', '/1']) {
      const reply = await fetch(`${place.gateway.url}/internal/objections${path}`, init);
      expect(reply.status).toBe(401);
    }
  });
});

describe('counts', () => {
  test('are of the days before, coarse below ten, as JSON and as a page', async () => {
    const before = (await (await place.get('/objections')).json()) as { objections: unknown[] };
    expect(before.objections).toEqual([]);
    place.pass(86_400_000);
    const told = (await (await place.get('/objections')).json()) as { before: string; objections: Readonly<Record<string, unknown>>[] };
    expect(told.before).toBe('2026-11-22');
    expect(told.objections).toEqual([expect.objectContaining({ rule: 'ee.law.1.words', law: 'Act, § 1 (EE)', upheld: '1-9', overdue: 0 })]);
    const page = await place.get('/objections?lang=en', { accept: 'text/html' });
    expect(textOf(await page.text())).toMatch(/ee\.law\.1\.words.*rejected: the change stands\s+1-9/s);
  });

  test('say what was not decided in time, and so does the receipt', async () => {
    const { code } = await objected();
    place.pass(40 * 86_400_000);
    expect(await shown(code)).toContain('waits for a decision and is overdue');
    const told = (await (await place.get('/objections')).json()) as { objections: Readonly<Record<string, unknown>>[] };
    expect(told.objections[0]?.['overdue']).not.toBe(0);
  });
});
