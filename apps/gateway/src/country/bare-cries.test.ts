import { describe, expect, test } from 'vitest';
import { crisisIn } from './distress/crisis-in.ts';
import { asksForLastThings, isBareCry } from './bare-cries.ts';

describe('a cry that is the whole message', () => {
  test.each([
    'Я больше не могу',
    'я больше не могу...',
    'Ma ei jaksa enam!',
    'Ich kann nicht mehr.',
    'je n’en peux plus',
    "J'en peux plus",
    'لم أعد أحتمل',
    'artık dayanamıyorum',
    "I can't anymore",
    '我受不了了',
  ])('is heard: %s', (text) => {
    expect(isBareCry(text)).toBe(true);
    expect(crisisIn(text)).toBe('self-harm');
  });

  test.each([
    'я больше не могу ждать ответа',
    'Я больше не могу решать эти примеры',
    'ma ei jaksa enam oodata, millal pass valmis saab',
    'Ich kann nicht mehr warten, wann ist das Amt offen?',
    'je n’en peux plus d’attendre ma carte',
    "I can't anymore find the form",
    'can',
    '',
  ])('is of every day beside anything else: %s', (text) => {
    expect(isBareCry(text)).toBe(false);
  });
});

test('what is put in order before death is known by its words, and other matters are not', () => {
  for (const text of [
    'inheritance',
    'How do I register a death?',
    'pärandi vastuvõtmine',
    'как написать завещание',
    'Wie mache ich ein Testament?',
    'كيف أكتب وصية',
  ])
    expect(asksForLastThings(text)).toBe(true);
  for (const text of [
    'How do I renew my passport?',
    'Will it cost much?',
    'kindergarten',
    'todo list',
    'паспорт',
    'Kindergeld',
    'stadtbibliothek',
  ])
    expect(asksForLastThings(text)).toBe(false);
});
