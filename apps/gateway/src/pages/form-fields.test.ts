import { describe, expect, test } from 'vitest';
import { fieldsOf, mostFields, readFormFields } from './form-fields.ts';

test('a field that comes once is a text, and one that comes several times a list in their order', () => {
  expect(readFormFields('q=a+b&turn=1&lang=et&turn=2&turn=%C3%B5&empty=')).toEqual({
    q: 'a b',
    turn: ['1', '2', 'õ'],
    lang: 'et',
    empty: '',
  });
});

test('names that objects have of their own are names like any other', () => {
  const fields = readFormFields('__proto__=a&constructor=b&toString=c');
  expect(Object.entries(fields)).toEqual([
    ['__proto__', 'a'],
    ['constructor', 'b'],
    ['toString', 'c'],
  ]);
});

/** How often fields are looked at. */
function looksAt(entries: readonly (readonly [string, string])[]): number {
  let looks = 0;
  fieldsOf(
    (function* () {
      for (const entry of entries) {
        looks++;
        yield entry;
      }
    })(),
  );
  return looks;
}

test.each([1_000, 2_000, 4_000])('each of %i fields is looked at once, whatever their names', (number) => {
  expect(looksAt(Array.from({ length: number }, (_, index) => [`f${index}`, 'x'] as const))).toBe(number);
  expect(looksAt(Array.from({ length: number }, () => ['turn', 'x'] as const))).toBe(number);
});

describe('the number of fields', () => {
  const form = (number: number): string => Array.from({ length: number }, (_, index) => `f${index}=1`).join('&');

  test('is bounded, and the last that fits is read', () => {
    expect(Object.keys(readFormFields(form(mostFields)))).toHaveLength(mostFields);
    expect(() => readFormFields(form(mostFields + 1))).toThrow(expect.objectContaining({ code: 'too_many_fields' }));
  });

  test.each([
    ['of one name', 'turn=&'.repeat(1000)],
    ['without a name', '&'.repeat(100_000)],
    ['that repeat in turns', 'a=1&b=2&'.repeat(1000)],
  ])('counts fields %s too', (_name, body) => {
    expect(() => readFormFields(body)).toThrow(expect.objectContaining({ code: 'too_many_fields' }));
  });
});
