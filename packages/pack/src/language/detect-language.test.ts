import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { samplePack } from '../resolve/sample-pack.ts';
import { type ServiceCard } from '../pack.ts';
import { detectLanguage } from './detect-language.ts';
import { type DetectOptions } from './detect-options.ts';
import { vocabularyOf } from './vocabulary.ts';

const folder = new URL('../../../../packs/ee/services/', import.meta.url);
const services = readdirSync(folder).map((file) => parse(readFileSync(new URL(file, folder), 'utf8')) as ServiceCard);
const languages = ['et', 'ru', 'en'];
const vocabulary = vocabularyOf(samplePack({ languages, services }));
const options: DetectOptions = { languages, fallback: 'et', vocabulary };

function shareRight(texts: readonly (readonly [language: string, text: string])[], settings: DetectOptions): number {
  return texts.filter(([language, text]) => detectLanguage(text, settings).language === language).length / texts.length;
}

const questions = services.flatMap((card) =>
  languages.flatMap((language) => (card.questions[language] ?? []).map((text) => [language, text] as const)),
);
const titles = services.flatMap((card) => languages.map((language) => [language, card.title[language] ?? ''] as const));

describe('questions of the cards', () => {
  test('at least 97 % are recognised, without the help of the vocabulary', () => {
    expect(questions.length).toBeGreaterThan(100);
    expect(shareRight(questions, { languages, fallback: 'xx' })).toBeGreaterThanOrEqual(0.97);
  });

  test('at least 97 % are recognised in lower case without marks', () => {
    const typed = questions.map(([language, text]) => [language, text.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '')] as const);
    expect(shareRight(typed, { languages, fallback: 'xx' })).toBeGreaterThanOrEqual(0.97);
  });

  test('at least 95 % of the titles, which are often one or two words, are recognised', () => {
    expect(shareRight(titles, options)).toBeGreaterThanOrEqual(0.95);
  });

  test('at least 90 % of single long words of the questions are recognised when only one language has them', () => {
    const words = languages.flatMap((language) =>
      [...vocabulary.get(language)!]
        .filter((word) => word.length > 5 && languages.filter((each) => vocabulary.get(each)!.has(word)).length === 1)
        .map((word) => [language, word] as const),
    );
    expect(shareRight(words, options)).toBeGreaterThanOrEqual(0.9);
  });
});

describe('script', () => {
  test('decides where only one language of the pack uses it', () => {
    expect(detectLanguage('паспорт', options)).toEqual({ language: 'ru', confidence: 1, by: 'script', script: 'Cyrl', unspoken: null });
  });

  test('of most letters decides in a mixed text', () => {
    expect(detectLanguage('Где заказать ID-kaart?', options)).toMatchObject({ language: 'ru', by: 'script' });
    expect(detectLanguage('Mis on "паспорт" eesti keeles?', options)).toMatchObject({ language: 'et' });
  });

  test.each([
    ['ar', 'كيف أجدد جواز سفري؟'],
    ['zh-Hant', '如何申請護照'],
    ['ja', 'パスポートの申請'],
    ['zgh', 'ⴰⵣⵓⵍ'],
  ])('recognises %s', (language, text) => {
    expect(detectLanguage(text, { languages: ['fr', language], fallback: 'fr' })).toMatchObject({ language, by: 'script' });
  });

  test('that no language of the pack uses leads to the fallback', () => {
    expect(detectLanguage('ΑΒΓ δεζ', options)).toMatchObject({ language: 'et', confidence: 0, by: 'fallback' });
  });
});

describe('the fallback', () => {
  test.each(['', '   ', '112', '???', '🙂🙂', '<|im_start|>'.replace(/\p{L}/gu, ''), '\ud800'])(
    'is taken for %j, which has no letters',
    (text) => {
      expect(detectLanguage(text, options)).toMatchObject({ language: 'et', confidence: 0, by: 'fallback' });
    },
  );

  test('is taken when the pack has no languages or ill-formed ones', () => {
    expect(detectLanguage('tere', { languages: [], fallback: 'en' }).language).toBe('en');
    expect(detectLanguage('tere', { languages: ['not a tag'], fallback: 'en' }).language).toBe('en');
  });
});

describe('vocabulary', () => {
  test('decides one word that has no clear profile', () => {
    const own = new Map([
      ['et', new Set(['pass'])],
      ['en', new Set<string>()],
    ]);
    expect(detectLanguage('pass', { languages: ['et', 'en'], fallback: 'xx' }).language).not.toBe('et');
    expect(detectLanguage('pass', { languages: ['et', 'en'], fallback: 'xx', vocabulary: own }).language).toBe('et');
  });

  test('decides for a language without a profile', () => {
    const own = new Map([
      ['ga', new Set(['conas', 'pas', 'a', 'fháil'])],
      ['en', new Set(['how', 'passport'])],
    ]);
    expect(detectLanguage('conas pas a fháil', { languages: ['ga', 'en'], fallback: 'en', vocabulary: own }).language).toBe('ga');
  });
});

test('any text gives a language of the pack and a confidence from 0 to 1', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const { language, confidence } = detectLanguage(text, options);
      expect(languages).toContain(language);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }),
  );
});
