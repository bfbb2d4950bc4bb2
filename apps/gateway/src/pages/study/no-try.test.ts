import { describe, expect, test } from 'vitest';
import { isNoTry } from './no-try.ts';

describe('no try is', () => {
  test.each([
    '',
    '   ',
    '?',
    '???',
    '...',
    '¯\\_(ツ)_/¯'.replace('ツ', ''),
    'i dont know',
    'I don’t know.',
    "I DON'T KNOW!!",
    'idk',
    'ma ei tea',
    'Ma ei tea…',
    'ei tea',
    'я не знаю',
    'Не знаю(',
    'Ich weiß nicht',
    'keine Ahnung',
    'Je ne sais pas.',
    'aucune idee',
    'لا أعرف',
    'لا أَعْرِفُ',
    'لا أدري؟',
    'bilmiyorum',
    'मुझे नहीं पता।',
    'አላውቅም።',
    'ⵓⵔ ⵙⵙⵉⵏⵖ',
  ])('"%s"', (text) => {
    expect(isNoTry(text)).toBe(true);
  });
});

describe('a try is', () => {
  test.each([
    '14',
    '7 + 8',
    'x',
    'a noun',
    'I do not know why, but it is 14',
    'ma ei tea miks, aga 14',
    'не знаю, 14?',
    'nothing is left, so 0',
    '٣',
    '½',
  ])('"%s"', (text) => {
    expect(isNoTry(text)).toBe(false);
  });
});
