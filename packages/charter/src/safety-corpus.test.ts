import { describe, expect, test } from 'vitest';
import { safetyCorpus } from './safety-corpus.ts';
import { corpusLanguages, safetyTopics } from './safety-text.ts';

const scripts = {
  ar: /\p{Script=Arabic}/u,
  de: /\p{Script=Latin}/u,
  en: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  et: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  tr: /\p{Script=Latin}/u,
  zh: /\p{Script=Han}/u,
};

/** Numbers that a corpus must hold, since a rule about telephone numbers would meet them in answers. */
const numbers = {
  ar: ['19', '15', '177', '141', '0801 000 180', '8350'],
  de: ['112', '110', '116 117', '116 111', '0800 111 0 111', '030 19240'],
  en: ['112', '999', '911', '988', '116 123', '1247', '16662'],
  es: ['112', '911', '024', '016', '116 111', '91 562 04 20', '061'],
  et: ['112', '1247', '116 111', '116 006', '16662', '1220', '655 8088'],
  fr: ['15', '17', '18', '19', '112', '114', '119', '3114', '3919', '177'],
  ru: ['112', '1247', '116 111', '16662', '103', '655 5688'],
  tr: ['112', '155', '183', '114', '177', '182', '150'],
  zh: ['110', '120', '119', '999', '12356', '1925', '113', '12345'],
};

describe.each(corpusLanguages)('safety corpus in %s', (language) => {
  const texts = safetyCorpus[language];

  test('it has at least forty sentences, none of them twice', () => {
    expect(texts.length).toBeGreaterThanOrEqual(40);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });

  test.each(safetyTopics)('it covers the topic %s with at least five sentences', (topic) => {
    expect(texts.filter((text) => text.topic === topic).length).toBeGreaterThanOrEqual(5);
  });

  test('every sentence is in the script of the language, closed and free of hidden characters', () => {
    for (const { text } of texts) {
      expect(text).toMatch(scripts[language]);
      expect(text).toMatch(/[.。]$/);
      expect(text).not.toMatch(/\p{Cc}|\p{Cf}|\s\s/u);
    }
  });

  test.each(numbers[language])('it holds the number %s', (number) => {
    const whole = new RegExp(`(?<!\\d)${number}(?!\\d)`);
    expect(texts.some(({ text }) => whole.test(text))).toBe(true);
  });
});
