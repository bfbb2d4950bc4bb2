import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FormFields, readFormFields } from '../form-fields.ts';
import { isCut, readFormBody } from './form-body.ts';

/** In pieces of a few bytes, as a slow line brings them. */
function read(body: string, limit: number, piece = 7): Promise<FormFields> {
  const bytes = Buffer.from(body);
  return readFormBody(Readable.from(pieces(bytes, piece), { objectMode: false }), limit);
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const turns = ['a', 'b', 'c', 'd'].map((name) => name.repeat(60));
const bodyOf = (fields: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
const ofTurns = turns.map((turn) => ['turn', turn] as const);

test('a body within the limit is read as any form is, however it comes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('q', 'turn', 'lang'), fc.string()), { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      async (fields, piece) => {
        const body = bodyOf(fields);
        const found = await read(body, 100_000, piece);
        expect(found).toEqual(readFormFields(body));
        expect(isCut(found)).toBe(false);
      },
    ),
  );
});

test('of a page with too much before the question, the newest turns and the question are read', async () => {
  const fields = await read(bodyOf([...ofTurns, ['lang', 'et'], ['number', '5'], ['q', 'Ja siis?']]), 250);
  expect(isCut(fields)).toBe(true);
  expect(fields).toMatchObject({ lang: 'et', number: '5', q: 'Ja siis?' });
  expect(fields['turn']).toBe(turns[3]);
});

test('of a script that sends the question first, the question is read, and the newest turns', async () => {
  const fields = await read(bodyOf([['q', 'And then?'], ['lang', 'en'], ...ofTurns]), 200);
  expect(fields).toMatchObject({ q: 'And then?', lang: 'en', turn: turns[3] });
});

test.each([1, 2, 3, 4, 5, 6])(
  'of a question that is too long itself, its beginning is given back, and no half letter (%i)',
  async (more) => {
    const question = 'õ'.repeat(400);
    const fields = await read(bodyOf([...ofTurns.slice(0, 1), ['q', question], ['level', 'easy']]), 700 + more);
    expect(isCut(fields)).toBe(true);
    expect(fields['q']).toMatch(/^õ{10,}$/);
    expect(fields['level']).toBe('easy');
  },
);

test('much more than that is not read', async () => {
  await expect(read(bodyOf([['q', 'x'.repeat(2000)]]), 200)).rejects.toMatchObject({ code: 'FST_ERR_CTP_BODY_TOO_LARGE' });
});

test('no JSON passes for a form that was cut', () => {
  expect([isCut(JSON.parse('{"cut":true,"Symbol(cut)":true}')), isCut(null), isCut('cut')]).toEqual([false, false, false]);
});
