import { describe, expect, test } from 'vitest';
import { arabicStem, withoutArticle } from './arabic-stem.ts';

describe('Arabic words of one noun', () => {
  test.each([
    ['بطاقة', 'البطاقة', 'بطاقتي', 'للبطاقة', 'بطاقات', 'بطاقتها', 'بالبطاقة', 'والبطاقة'],
    ['ولادة', 'الولادة', 'بالولادة'],
    ['وطنية', 'الوطنية'],
    ['وثيقة', 'الوثيقة', 'وثيقتي'],
    ['والدة', 'الوالدة', 'والدتي'],
    ['جمعية', 'الجمعيات', 'جمعيتي'],
    ['بلدية', 'البلديات'],
    ['جنسية', 'جنسيتي', 'الجنسية'],
    ['تأمين', 'التأمينات', 'التأمين'],
    ['رخصة', 'الرخصة', 'رخصتي', 'رخصتك', 'والرخصة'],
    ['ملف', 'الملف', 'ملفكم', 'ملفها'],
  ])('have one stem: %s', (...words) => {
    expect(new Set(words.map(arabicStem)).size).toBe(1);
  });

  test.each([
    ['العالم', 'العالي'],
    ['والدين', 'دين'],
    ['قانون', 'قان'],
    ['وطني', 'وطن'],
    ['ثمن', 'ثمنا'],
  ])('%s and %s are two', (one, other) => {
    expect(arabicStem(one)).not.toBe(arabicStem(other));
  });

  test.each(['الى', 'ون', 'ها', 'passport', 'ümbrik', 'паспорт', '123'])('%s stays as it is', (word) => {
    expect([arabicStem(word), withoutArticle(word)]).toEqual([word, word]);
  });
});
