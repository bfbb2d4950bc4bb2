import { expect, test } from 'vitest';
import { shortTitle } from './short-title.ts';

test.each([
  ['adds whole numbers', 'adds whole numbers'],
  ['liidab ja lahutab peast arve 100 piires, kirjalikult 10 000 piires', 'liidab ja lahutab peast arve 100 piires …'],
  ['esitab arvu üheliste, kümneliste, sajaliste ja tuhandeliste summana', 'esitab arvu üheliste …'],
  ['loendab ümbritseva maailma esemeid ning liigitab ja võrdleb neid', 'loendab ümbritseva maailma esemeid ning …'],
])('%s has the short title "%s"', (statement, short) => {
  expect(shortTitle(statement)).toBe(short);
});

test('a word without an end is cut, and nothing else', () => {
  expect(shortTitle('a'.repeat(100))).toBe(`${'a'.repeat(48)} …`);
});
