import { expect, test } from 'vitest';
import { decimal } from './told-number.tsx';

test.each([
  ['en', 0.387, '0.387'],
  ['fr', 0.387, '0,387'],
  ['ar', 2.61, '2.61'],
  ['et', 7270, '7270'],
])('a number stands with the decimal sign of the language: %s', (language, value, text) => {
  expect(decimal(value, language)).toBe(text);
});
