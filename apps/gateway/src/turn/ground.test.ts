import { join } from 'node:path';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Country, createCountry } from '../country/country.ts';
import { ground } from './ground.ts';

let country: Country;

beforeAll(async () => {
  const files = await readPackFolder(join(import.meta.dirname, '..', '..', '..', '..', 'packs', 'ee'));
  const { pack, issues } = parsePack(files);
  if (pack === null) throw new Error(JSON.stringify(issues));
  country = createCountry(pack, files);
});

const cardsFor = (question: string, cards = 1): readonly string[] =>
  ground(country, question, {
    language: 'en',
    sector: country.defaultSector,
    cards,
    passages: 0,
    isSelective: cards === 1,
    found: null,
  }).cards.map(({ card }) => card.id);

describe('what a question is about', () => {
  test.each([
    ['the card of the thing, not one that names its price among other things', 'how much does a passport cost', 'passport'],
    ['the same misspelt', 'how much does a pasport cost', 'passport'],
    ['the card that is known by itself', 'I lost my job, what now?', 'unemployment-benefit'],
  ])('%s', (_name, question, card) => {
    expect(cardsFor(question)).toEqual([card]);
  });

  test.each([['What is the capital of Mongolia?'], ['how much does a bicycle cost'], ['passport price of a song']])(
    '%s: nothing',
    (question) => {
      expect(cardsFor(question)).toEqual([]);
    },
  );

  test.each([
    ['ru', 'сколько стоит свидетельство о рождении'],
    ['ru', 'Сколько стоит свидетельство о рождении ребёнка?'],
    ['ru', 'как получить свидетельство о рождении'],
    ['en', 'how much does a birth certificate cost'],
  ])('%s, %s: never the card on benefits alone, which only has the word in the same case', (language, question) => {
    const options = { language, sector: country.defaultSector, cards: 1, passages: 0, isSelective: true, found: null };
    const { cards, choices } = ground(country, question, options);
    expect([...cards.map(({ card }) => card.id), ...choices.map(({ id }) => id)]).toContain('birth-registration');
  });

  test('a model gets the best card and others that are known', () => {
    const cards = cardsFor('how do I get a birth certificate', 3);
    expect(cards[0]).toBe('birth-registration');
    expect(cards.length).toBeGreaterThan(1);
  });
});
