import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { supportedLanguage } from './supported-language.ts';

describe('a language of a list', () => {
  test.each([
    { name: 'the tag itself', languages: ['et', 'ru'], tag: 'ru', served: 'ru' },
    { name: 'in any case', languages: ['et', 'pt-BR'], tag: 'PT-br', served: 'pt-BR' },
    { name: 'a shorter form', languages: ['de', 'en'], tag: 'de-AT', served: 'de' },
    { name: 'without its extension', languages: ['de'], tag: 'de-DE-u-co-phonebk', served: 'de' },
    { name: 'without its private use', languages: ['de'], tag: 'de-x-plain', served: 'de' },
    { name: 'a closer form', languages: ['de-AT'], tag: 'de', served: 'de-AT' },
    { name: 'in the region that is meant', languages: ['pt-PT', 'pt-BR'], tag: 'pt', served: 'pt-BR' },
    { name: 'in its region', languages: ['pt-BR', 'pt-PT'], tag: 'pt-PT', served: 'pt-PT' },
    { name: 'in another region when there is no other', languages: ['pt-BR'], tag: 'pt-PT', served: 'pt-BR' },
    { name: 'in its script', languages: ['sr-Cyrl', 'sr-Latn'], tag: 'sr-Latn', served: 'sr-Latn' },
    { name: 'in the usual script', languages: ['sr-Latn', 'sr-Cyrl'], tag: 'sr', served: 'sr-Cyrl' },
    { name: 'in the script of the region', languages: ['zh-Hans', 'zh-Hant'], tag: 'zh-TW', served: 'zh-Hant' },
    { name: 'in the script of the tag before a shorter form', languages: ['zh', 'zh-Hant-HK'], tag: 'zh-Hant', served: 'zh-Hant-HK' },
    { name: 'in another script when there is no other', languages: ['sr-Latn'], tag: 'sr-Cyrl', served: 'sr-Latn' },
    { name: 'an old code', languages: ['he'], tag: 'iw', served: 'he' },
    { name: 'Mandarin', languages: ['zh'], tag: 'cmn', served: 'zh' },
    { name: 'Moroccan Arabic', languages: ['ar', 'fr'], tag: 'ary-MA', served: 'ar' },
    { name: 'Central Atlas Tamazight', languages: ['ar', 'zgh'], tag: 'tzm', served: 'zgh' },
    { name: 'with an underscore', languages: ['et'], tag: 'et_EE', served: 'et' },
  ])('serves $name', ({ languages, tag, served }) => {
    expect(supportedLanguage(languages, tag)).toBe(served);
  });

  test.each([
    ['another language', 'fi'],
    ['a language whose name begins alike', 'etx'],
    ['nothing', ''],
    ['no tag', 'e'],
    ['words', 'Estonian please'],
    ['undetermined', 'und'],
    ['any', '*'],
  ])('does not serve %s', (_name, tag) => {
    expect(supportedLanguage(['et', 'ru'], tag)).toBeNull();
  });

  test('any text gives a language of the list or none', () => {
    fc.assert(
      fc.property(fc.string(), (tag) => {
        expect([null, 'et', 'sr-Latn', 'zgh']).toContain(supportedLanguage(['et', 'sr-Latn', 'zgh'], tag));
      }),
    );
  });
});
