import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parsePack } from '../format/parse-pack.ts';
import { readPackFolder } from '../node/index.ts';
import { buildIndex, type KnowledgeIndex } from './build-index.ts';
import { known } from './confidence.ts';
import { searchCards } from './search.ts';

const list = z.array(z.strictObject({ question: z.string(), cards: z.array(z.string()).min(1) }));
const vectors = new URL('../../../../vectors/card-questions/', import.meta.url);

describe.each(['en', 'et', 'ru'])('questions as people type them, %s', (language) => {
  let index: KnowledgeIndex;
  const halves = z.strictObject({ tuning: list, heldOut: list }).parse(parse(readFileSync(new URL(`${language}.yaml`, vectors), 'utf8')));
  beforeAll(async () => {
    const { pack } = parsePack(await readPackFolder(fileURLToPath(new URL('../../../../packs/ee', import.meta.url))));
    index = buildIndex(pack!);
  });

  test.each(['tuning', 'heldOut'] as const)('%s: five of six are answered rightly, and next to none wrongly', (half) => {
    const answers = halves[half].map(({ question, cards }) => {
      const [hit] = searchCards(index, question, { language, limit: 1 });
      const card = hit !== undefined && hit.confidence >= known ? hit.id : 'none';
      return cards.includes(card) ? 'right' : card === 'none' ? 'honest' : 'wrong';
    });
    expect(answers.length).toBe(30);
    expect(answers.filter((each) => each === 'right').length).toBeGreaterThanOrEqual(25);
    expect(answers.filter((each) => each === 'wrong').length).toBeLessThanOrEqual(2);
  });
});

describe('a question beside a number of a person', () => {
  let index: KnowledgeIndex;
  beforeAll(async () => {
    const { pack } = parsePack(await readPackFolder(fileURLToPath(new URL('../../../../packs/ee', import.meta.url))));
    index = buildIndex(pack!);
  });
  const best = (question: string, language: string): string | undefined => searchCards(index, question, { language, limit: 1 })[0]?.id;

  test.each([
    ['ru', 'мой номер 38001085718, хочу загранпаспорт', 'passport'],
    ['ru', 'мой личный код 38001085718, как оплатить штраф', 'traffic-fine'],
    ['en', 'my number is 38001085718, I want a passport', 'passport'],
    ['et', 'minu isikukood on 38001085718, tahan passi', 'passport'],
  ])('%s: is not about numbers: %s', (language, question, card) => {
    expect(best(question, language)).toBe(card);
  });

  test('and where no such number stands, a number is asked for', () => {
    expect(best('VAT number', 'en')).toBe('vat-registration');
    expect(best('номер KMKR', 'ru')).toBe('vat-registration');
  });

  test.each([
    ['en', 'When is child money paid?', 'family-benefits'],
    ['et', 'kui palju raha laps saab?', 'family-benefits'],
    ['ru', 'когда выплатят деньги на ребёнка?', 'family-benefits'],
    ['et', 'töötutoetus', 'unemployment-benefit'],
  ])('%s: money for somebody is the benefit for them: %s', (language, question, card) => {
    expect(best(question, language)).toBe(card);
  });
});
