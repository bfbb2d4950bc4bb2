import { expect, test } from 'vitest';
import { markOrders, termSpellings } from './mark-order.ts';
import { foldText } from './fold.ts';

test('marks of different places may change places', () => {
  expect(markOrders([0x323, 0x302])).toHaveLength(2);
});

test('marks of one place keep their order', () => {
  expect(markOrders([0x302, 0x301])).toEqual([[0x302, 0x301]]);
});

test('a term has every spelling once and no other', () => {
  expect(termSpellings(foldText('sõna'))).toHaveLength(1);
  expect(new Set(termSpellings(foldText('tệ nạn bệ')).map(String)).size).toBe(4);
});

test('a term made to have very many spellings has a bounded number', () => {
  expect(termSpellings(foldText('ệ'.repeat(60))).length).toBeLessThanOrEqual(256);
});
