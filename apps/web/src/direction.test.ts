import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each(['ar', 'he', 'fa', 'ur', 'ckb', 'az-Arab', 'dv'])('%s is written from right to left', (language) => {
  expect(directionOf(language)).toBe('rtl');
});

test.each(['et', 'ru', 'zgh', 'az', 'ar-Latn', '', 'not a tag', '"><'])('"%s" counts as left to right', (language) => {
  expect(directionOf(language)).toBe('ltr');
});
