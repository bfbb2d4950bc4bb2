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
    ['today." More', 7],
    ['today.) More', 7],
    ['today.”) More', 8],
    ['well?" More', 6],
    ['**Bold.** More', 9],
    ['one… two', 4],
    ['in 2020. The', 8],
    ['in 2020.) The', 9],
    ['it is. Wow', 6],
    ['ei ta ei. Jah', 9],
    ['sö. Ja', 3],
    ['վերջ։ Այսօր', 5],
    ['ነው። ዛሬ', 3],
    ['ល្អ។ទៀត', 4],
    ['ကောင်း။ ထ', 7],
    ['ཡག་པོ། ད', 6],
    ['वाक्य॥ अगला', 6],
    ['εδώ; Ναι', 4],
    ['εδώ\u037e Ναι', 4],
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
    'Dr. Tamm',
    'et al. Tamm',
    'ул. Пушкина',
    'lk. Sada',
    '2020. aasta',
    '12. November',
    'in 2020. ',
    '(lg.) 2',
    'a "quote" here',
    'a) b',
    'first; second',
    'it is. so',
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
    expect(end('123." Two', 3)).toBe(5);
    expect(end('12." Two', 3)).toBeNull();
    expect(end('2020. Two', 2)).toBeNull();
    expect(end('a-end; Two', 5)).toBeNull();
    expect(end('εδώ; Two', 3)).toBeNull();
  });
});
