import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Country, createCountry } from '../country/country.ts';
import { ground } from './ground.ts';
import { lookedUp } from './looked-up.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

const conversations = z.array(
  z.strictObject({
    pack: z.enum(['ee', 'de', 'ma']),
    language: z.string(),
    before: z.string(),
    card: z.string(),
    then: z.string(),
    stays: z.boolean(),
    about: z.string().optional(),
  }),
);

type Conversation = z.infer<typeof conversations>[number];

const readSet = (name: string): readonly Conversation[] =>
  conversations.parse(JSON.parse(readFileSync(join(root, 'vectors', 'follow-ups', `${name}.json`), 'utf8')));

const sixty = ['ar', 'de', 'en', 'et', 'fr', 'ru'].flatMap(readSet);
const later = readSet('later');

const countries = new Map<string, Country>();

beforeAll(async () => {
  for (const id of ['ee', 'de', 'ma']) {
    const files = await readPackFolder(join(root, 'packs', id));
    countries.set(id, createCountry(parsePack(files).pack!, files));
  }
});

/** Whether the second question is given the card of the first. */
function staysOn({ pack, language, before, card, then }: Conversation): boolean {
  const country = countries.get(pack)!;
  const looked = lookedUp(country, { question: then, earlier: [before], language });
  const { cards } = ground(country, looked, {
    asked: then,
    language,
    sector: country.defaultSector,
    cards: 1,
    passages: 1,
    isSelective: true,
    found: null,
  });
  return cards[0]?.card.id === card;
}

describe.each([
  { name: 'the sixty', set: sixty, half: 30, found: 29 },
  { name: 'those written later', set: later, half: 18, found: 14 },
])('questions that go on from another, $name', ({ set, half, found }) => {
  test('what names something of its own never gets the card before', () => {
    const own = set.filter(({ stays }) => !stays);
    expect(own).toHaveLength(half);
    expect(own.filter(staysOn).map(({ then }) => then)).toEqual([]);
  });

  test('what names nothing stays with it, as often as the table of the set says', () => {
    const leaning = set.filter(({ stays }) => stays);
    expect(leaning).toHaveLength(half);
    expect(leaning.filter(staysOn)).toHaveLength(found);
  });
});
