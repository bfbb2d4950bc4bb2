import { describe, expect, test } from 'vitest';
import { askedFacet, besideWords } from './asked-facet.ts';

describe('the side of a thing that is asked for', () => {
  test.each([
    ['en', 'What would a sauna permit cost me?', 'fee', true],
    ['en', 'how much is child allowance', 'fee', false],
    ['en', 'How long must I wait and where?', 'deadline', true],
    ['en', 'which documents for school', 'step', true],
    ['en', 'phone number of the tax board', 'phone', true],
    ['et', 'Mis maksab kalastuskaart?', 'fee', true],
    ['et', 'Kui kaua kehtib juhiluba', 'deadline', true],
    ['ru', 'Сколько стоит карта рыбака', 'fee', true],
    ['ru', 'Сколько времени ждать ответа', 'deadline', true],
    ['de', 'Wie lange dauert der Reisepass?', 'deadline', true],
    ['fr', 'Combien coûte le permis ?', 'fee', true],
    ['ar', 'كم ثمن جواز السفر', 'fee', true],
    ['ar', 'وكم ثمنه؟', 'fee', true],
    ['fr', 'où est le guichet', 'office', false],
  ])('%s: %s', (...[language, question, ...asked]) => {
    expect(Object.values(askedFacet(question, language) ?? {})).toEqual(asked);
  });

  test.each([
    ['en', 'renew passport'],
    ['en', 'costume party'],
    ['en', ''],
    ['et', 'lapse sünd'],
    ['ru', 'паспорт ребёнка'],
    ['fi', 'Mitä passi maksaa?'],
  ])('%s: none in "%s"', (language, question) => {
    expect(askedFacet(question, language)).toBeNull();
  });
});

test('words of doing are asked of every service, things are not', () => {
  const { has } = besideWords('en');
  expect(['renew', 'renewal', 'cost', 'deadline'].map(has)).toEqual([true, true, true, true]);
  expect(['passport', 'ordinary', 'tax', 'how long'].map(has)).toEqual([false, false, false, false]);
});
