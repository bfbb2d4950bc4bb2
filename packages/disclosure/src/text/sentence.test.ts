import { describe, expect, test } from 'vitest';
import { sentenceEnd } from './sentence.ts';

function end(text: string, hiddenBefore = 0, from = hiddenBefore): number | null {
  return sentenceEnd(text, from, { limit: text.length, hiddenBefore });
}

describe('where a sentence ends', () => {
  test.each([
    ['one. Two', 4],
    ['one! Two', 4],
    ['one? Two', 4],
    ['one… two', 4],
    ['line\nnext', 5],
    ['line\r\nnext', 5],
    ['line\u2028next', 5],
    ['甲。乙', 2],
    ['甲！乙', 2],
    ['वाक्य। अगला', 6],
    ['جملة۔ أخرى', 5],
    ['هل؟ نعم', 3],
    ['sõna. X', 5],
    ['so\u0303na. X', 6],
  ])('%j ends at %d', (text, index) => {
    expect(end(text)).toBe(index);
  });

  test.each([
    '§ 12 lg. 2',
    'J. Tamm',
    '12. november',
    'a.b',
    'example.ee',
    'what?!no',
    'one.',
    'one',
    '',
    'one, two; three: four',
    '3.14 and 2.71',
  ])('%j does not end', (text) => {
    expect(end(text)).toBeNull();
  });

  test('a break at the limit waits for the character after it', () => {
    expect(sentenceEnd('one. Two', 0, { limit: 4, hiddenBefore: 0 })).toBeNull();
    expect(sentenceEnd('one. Two', 3, { limit: 8, hiddenBefore: 0 })).toBe(4);
  });

  test('what was left out counts as a word, whatever it was', () => {
    expect(end('1234. Two', 4)).toBe(5);
    expect(end('word. Two', 4)).toBe(5);
    expect(end('1234a. Two', 4)).toBe(6);
    expect(end('1234 a. Two', 4)).toBeNull();
  });
});
