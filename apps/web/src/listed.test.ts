import { expect, test } from 'vitest';
import { listed } from './listed.ts';

test.each([
  ['en', 'a, b'],
  ['ar', 'a، b'],
  ['ar-MA', 'a، b'],
  ['am', 'a፣ b'],
  ['zgh', 'a, b'],
])('in %s things are listed with the comma of the language: %s', (language, text) => {
  expect(listed(['a', 'b'], language)).toBe(text);
});
