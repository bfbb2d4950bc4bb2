import { expect, test } from 'vitest';
import { informationTypes } from './closed-lists.ts';
import { dsaCategories, dsaCategoryOf } from './information-types.ts';

test('every kind of thing that can be left out has a category of the DSA Transparency Database', () => {
  expect(Object.keys(dsaCategoryOf).sort()).toEqual([...informationTypes].sort());
  for (const type of informationTypes) expect(dsaCategories).toContain(dsaCategoryOf[type]);
});

test.each(['contact-detail', 'financial-identifier', 'personal-identifier'] as const)('%s is filed under privacy', (type) => {
  expect(dsaCategoryOf[type]).toBe('STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS');
});

test('no category stands for elections: such information is never left out', () => {
  expect(Object.values(dsaCategoryOf)).not.toContain('STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS');
});
