import { describe, expect, test } from 'vitest';
import { interfaceIn } from '../interface/index.ts';
import { languageOfChange, mannerInWords } from './manner-of-answers.ts';

const place = (field: string, file = 'locale/et.yaml') => ({ sentence: 'changes.manner', file, field }) as const;

describe('a change of how answers are worded', () => {
  test.each([
    ['register.value', 'formal', 'ametlik'],
    ['register.value', 'plain', 'lihtne'],
    ['address.value', 'informal-you', 'sinatamine'],
    ['reading_level.value', 'plain', 'Selgelt'],
    ['knobs.register.value', 'neutral', 'neutraalne'],
    ['register.guideline', 'tone-register', 'tone-register'],
    ['knobs.tries.value', '3', '3'],
  ])('is told in words: %s %s', (field, value, told) => {
    expect(mannerInWords(value, place(field), interfaceIn('et'))).toBe(told);
  });

  test('names its language, and none where it holds for all', () => {
    expect(languageOfChange(place('register.value'), interfaceIn('et'))).toBe('eesti');
    expect(languageOfChange(place('knobs.tries', 'sectors/education.yaml'), interfaceIn('et'))).toBeNull();
  });
});
