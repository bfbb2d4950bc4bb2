import { describe, expect, test } from 'vitest';
import { sorrowIn } from './sorrow-signs.ts';

describe('sorrow without danger', () => {
  test.each([
    ['I just feel so alone these days', 'alone'],
    ['im lonely and have no friends', 'alone'],
    ['Mul pole sõpru ja olen kurb', 'alone'],
    ['мне так одиноко', 'alone'],
    ['Ich fühle mich einsam', 'alone'],
    ['je me sens seule', 'alone'],
    ['أشعر بالوحدة', 'alone'],
    ['my grandfather died last week', 'bereaved'],
    ['Mu isa suri eile', 'bereaved'],
    ['вчера умерла бабушка', 'bereaved'],
    ['Mein Vater ist gestorben', 'bereaved'],
    ['my husband died and I am so sad', 'bereaved'],
  ] as const)('%s: %s', (text, sorrow) => {
    expect(sorrowIn(text)).toBe(sorrow);
  });

  test.each([
    'Can I live alone at 17?',
    'How is a death registered?',
    'single parent allowance',
    'who died in 1940?',
    'Kas üksi elav pensionär saab toetust?',
    'kes suri eile?',
    'одинокий родитель пособие',
    'пособие на похороны',
    'Einsamkeit im Alter, Statistik',
    'the phone died',
    'my contract has ended',
    '',
  ])('%s: none', (text) => {
    expect(sorrowIn(text)).toBeNull();
  });
});
