import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedLanguages } from './accept-language.ts';

describe('Accept-Language', () => {
  test.each([
    ['et', ['et']],
    ['et, ru;q=0.8, en;q=0.9', ['et', 'en', 'ru']],
    ['en;q=0.5,ru;q=0.5', ['en', 'ru']],
    ['de-AT,de;q=0.8', ['de-AT', 'de']],
    ['zh-Hant-TW ; q=0.7, *;q=0.1', ['zh-Hant-TW']],
    ['ET;Q=1.000', ['ET']],
  ])('%s asks for %j', (header, languages) => {
    expect(acceptedLanguages(header)).toEqual(languages);
  });

  test.each([
    undefined,
    '',
    '*',
    'et;q=0',
    'et;q=0.000',
    ',,,',
    ';q=1',
    'et;q=2',
    'et;q=1.5',
    'et;q=0,9',
    'et q=1',
    'é',
    'et;level=1',
    'et_EE',
  ])('%j asks for none', (header) => {
    expect(acceptedLanguages(header)).toEqual([]);
  });

  test('what is malformed does not take the rest away', () => {
    expect(acceptedLanguages('et;q=nine, <script>, ru;q=0.4, , toolonglanguage')).toEqual(['ru']);
  });

  test('a header of any length has at most 32 wishes', () => {
    expect(acceptedLanguages(Array.from({ length: 500 }, () => 'et').join(','))).toHaveLength(32);
    expect(acceptedLanguages(`${'x'.repeat(100_000)},et`)).toEqual([]);
  });

  test('any header gives well-formed tags', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9;=.,* -]{0,60}$/)), (header) => {
        for (const tag of acceptedLanguages(header)) expect(tag).toMatch(/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/);
      }),
    );
  });
});
