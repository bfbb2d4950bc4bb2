import { type PackCase } from '@parlance/pack';
import { describe, expect, test } from 'vitest';
import { previewCases } from './preview-cases.ts';

const all = { languages: null, mostPerLanguage: null };
const one: PackCase = { id: 'one', language: 'en', ask: 'One?', expect: { card: 'one' } };
const two: PackCase = { id: 'two', language: 'et', ask: 'Kaks?', expect: { unknown: true } };
const three: PackCase = { id: 'three', language: 'en', ask: 'Three?', expect: { safety: true } };

describe('the cases of a preview', () => {
  test('are the union of both versions, each once', () => {
    const found = previewCases({ cases: [one, two] }, { cases: [one, three] }, all);
    expect(found.map(({ id, in: where }) => [id, where])).toEqual([
      ['one', 'both'],
      ['three', 'after'],
      ['two', 'before'],
    ]);
  });

  test('hold the new version to what the old one expected, when the expectation was changed', () => {
    const found = previewCases({ cases: [one] }, { cases: [{ ...one, expect: { unknown: true } }] }, all);
    expect(found.map(({ expect: expected, in: where }) => [expected, where])).toEqual([
      [{ unknown: true }, 'after'],
      [{ card: 'one' }, 'before'],
    ]);
  });

  test('are those of the new version when there was none before', () => {
    expect(previewCases(null, { cases: [one] }, all)).toEqual([{ ...one, in: 'after' }]);
  });

  test('can be the first of one language only', () => {
    const found = previewCases(null, { cases: [one, two, three] }, { languages: ['en'], mostPerLanguage: 1 });
    expect(found.map(({ id }) => id)).toEqual(['one']);
  });
});
