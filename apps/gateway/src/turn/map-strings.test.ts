import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDeeperThan, mapStrings, visitStrings } from './map-strings.ts';

const shout = (text: string): string => text.toUpperCase();

function seen(value: unknown): { readonly texts: readonly string[]; readonly fixed: readonly string[] } {
  const texts: string[] = [];
  const fixed: string[] = [];
  visitStrings(value, { text: (text) => texts.push(text), fixed: (text) => fixed.push(text) });
  return { texts, fixed };
}

describe('the strings of a request', () => {
  test('are found wherever they stand, also under names of the protocol that stand elsewhere', () => {
    const body = {
      model: 'm',
      user: 'a',
      metadata: { id: 'b', type: 'c', role: 'd' },
      messages: [{ role: 'user', content: [{ type: 'text', text: 'e' }] }],
    };
    expect(seen(body).texts).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(mapStrings(body, shout)).toEqual({
      model: 'm',
      user: 'A',
      metadata: { id: 'B', type: 'C', role: 'D' },
      messages: [{ role: 'user', content: [{ type: 'text', text: 'E' }] }],
    });
  });

  test('names of members and numbers are told of and stay', () => {
    expect(seen({ a: [1.5, { b: 2 }] })).toEqual({ texts: [], fixed: ['a', '1.5', 'b', '2'] });
    expect(mapStrings({ a: [1.5, { b: null }] }, shout)).toEqual({ a: [1.5, { b: null }] });
  });

  test('JSON in a string is read as JSON, whatever escapes it uses', () => {
    expect(seen('{"x": "\\u0061\\u0062c"}').texts).toContain('abc');
    expect(mapStrings('{"x": "\\u0061bc"}', shout)).toBe('{"x": "ABC"}');
  });

  test('of JSON in a string only what is replaced is written anew: numbers, members that stand twice and spaces keep their bytes', () => {
    const written = '{ "id": 12345678901234567890, "x": 1.10, "a": "b", "a": "\\u0063", "deep": "{\\"n\\": 1e2, \\"m\\": \\"d\\"}" }';
    const expected = '{ "id": 12345678901234567890, "x": 1.10, "a": "B", "a": "C", "deep": "{\\"n\\": 1e2, \\"m\\": \\"D\\"}" }';
    expect(mapStrings(written, shout)).toBe(expected);
  });

  test('of JSON in a string every string, name and number is told of, also of members that stand twice, and as it is written', () => {
    const { texts, fixed } = seen('{"a": "one", "a" : "two", "big": 12345678901234567890, "n": 3.76e10}');
    expect(texts).toEqual(expect.arrayContaining(['one', 'two']));
    expect(fixed).toEqual(expect.arrayContaining(['a', 'big', '12345678901234567890', '37600000000']));
  });

  test('a string in which nothing is replaced keeps its bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = JSON.stringify(value, null, 2);
        expect(mapStrings(written, (text) => text)).toBe(written);
        expect(mapStrings(value, (text) => text)).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test('a value that is too deep is told apart without running out of stack', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(isDeeperThan(deep, 64)).toBe(true);
    expect(isDeeperThan([[1]], 2)).toBe(false);
    expect(isDeeperThan([[[1]]], 2)).toBe(true);
  });
});
