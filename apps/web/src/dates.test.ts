import { expect, test } from 'vitest';
import { longDate } from './dates.ts';

test('a day is written out in the language', () => {
  expect(longDate('2026-01-31', 'et')).toBe('31. jaanuar 2026');
});

test.each(['2026-13-45', '2026', 'soon', '', '<b>'])('"%s" is no day and stays as it is', (day) => {
  expect(longDate(day, 'en')).toBe(day);
});

test('a day in a language that is none stays as it is', () => {
  expect(longDate('2026-01-31', 'not a tag')).toBe('2026-01-31');
});
