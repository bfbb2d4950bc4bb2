import { type SearchHit } from '@parlance/pack';
import { describe, expect, test } from 'vitest';
import { cardsToWeigh, cardToShow, isNamed } from './choose-cards.ts';

const hit = (id: string, score: number, confidence: number): SearchHit => ({
  ...{ id, language: 'en', score, confidence, named: 0, titleAsked: 0 },
});
const named = (id: string, score: number, titleAsked: number): SearchHit => ({ ...hit(id, score, 0.9), named: 0.6, titleAsked });
const ids = (hits: readonly SearchHit[]): readonly string[] => hits.map(({ id }) => id);

describe('the card for a reader', () => {
  test.each([
    { name: 'one that is known and clearly the best', hits: [hit('a', 10, 0.9), hit('b', 5, 0.8)], cards: ['a'], choices: [] },
    {
      name: 'one beside another that fits as well and is not known',
      hits: [hit('a', 10, 0.9), hit('b', 9.9, 0.4)],
      cards: ['a'],
      choices: [],
    },
    {
      name: 'a choice of two that fit about as well',
      hits: [hit('a', 10, 0.9), hit('b', 9.9, 0.8), hit('c', 2, 0.9)],
      cards: [],
      choices: ['a', 'b'],
    },
    { name: 'a choice where the best is hardly known', hits: [hit('a', 10, 0.5), hit('b', 9.9, 0.4)], cards: [], choices: ['a', 'b'] },
    {
      name: 'a choice where another is known and the best is not',
      hits: [hit('a', 10, 0.3), hit('b', 8, 0.6)],
      cards: [],
      choices: ['a', 'b'],
    },
    {
      name: 'three choices at most',
      hits: [hit('a', 10, 0.9), hit('b', 9.9, 0.9), hit('c', 9.8, 0.9), hit('d', 9.7, 0.9)],
      cards: [],
      choices: ['a', 'b', 'c'],
    },
    {
      name: 'a choice where both titles are asked for, and the second says less besides',
      hits: [named('a', 10, 0.3), named('b', 8.7, 0.5)],
      cards: [],
      choices: ['a', 'b'],
    },
    {
      name: 'one where the title of the second says as much besides',
      hits: [named('a', 10, 0.5), named('b', 8.7, 0.5)],
      cards: ['a'],
      choices: [],
    },
    {
      name: 'one where the second has a closer title and fits much worse',
      hits: [named('a', 10, 0.3), named('b', 8.4, 0.5)],
      cards: ['a'],
      choices: [],
    },
    { name: 'none where nothing is known', hits: [hit('a', 10, 0.4), hit('b', 9.9, 0.4)], cards: [], choices: [] },
    { name: 'none where nothing is found', hits: [], cards: [], choices: [] },
  ])('$name', ({ hits, cards, choices }) => {
    const chosen = cardToShow(hits);
    expect({ cards: ids(chosen.cards), choices: ids(chosen.choices) }).toEqual({ cards, choices });
  });
});

test('a model weighs the best and whatever is known', () => {
  expect(ids(cardsToWeigh([hit('a', 10, 0.3), hit('b', 9, 0.4), hit('c', 8, 0.6)]))).toEqual(['a', 'c']);
  expect(cardsToWeigh([hit('a', 10, 0.4)])).toEqual([]);
});

test('a title that shares a common word with the question does not name it', () => {
  expect([isNamed({ ...hit('a', 1, 1), named: 0.7 }), isNamed({ ...hit('a', 1, 1), named: 0.1 })]).toEqual([true, false]);
});
