import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Country, createCountry } from '../country/country.ts';
import { ground } from './ground.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const list = z.array(z.strictObject({ question: z.string(), cards: z.array(z.string()).min(1) }));
const halves = z.strictObject({ tuning: list, heldOut: list });

let country: Country;

beforeAll(async () => {
  const files = await readPackFolder(join(root, 'packs', 'ee'));
  country = createCountry(parsePack(files).pack!, files);
});

const outcomes = ['right', 'asked', 'honest', 'wrong'] as const;

/** What a reader is given: the right card or rightly none, a choice with the right card in it, nothing where there is a card, or something wrong. */
function outcomeOf(language: string, { question, cards: wanted }: z.infer<typeof list>[number]): (typeof outcomes)[number] {
  const options = { language, sector: country.defaultSector, cards: 1, passages: 0, isSelective: true, found: null };
  const { cards, choices } = ground(country, question, options);
  const isWanted = ({ id }: { readonly id: string }): boolean => wanted.includes(id);
  if (cards.length > 0) return cards.some(({ card }) => isWanted(card)) ? 'right' : 'wrong';
  if (choices.length > 0) return choices.some(isWanted) ? 'asked' : 'wrong';
  return wanted.includes('none') ? 'right' : 'honest';
}

describe.each(['en', 'et', 'ru'])('questions as people type them, %s', (language) => {
  const sets = halves.parse(parse(readFileSync(join(root, 'vectors', 'card-questions', `${language}.yaml`), 'utf8')));

  test.each(['tuning', 'heldOut'] as const)('%s: what a reader is given is what docs/grounding.md tells', (half) => {
    const given = sets[half].map((asked) => outcomeOf(language, asked));
    const counts = outcomes.map((outcome) => given.filter((each) => each === outcome).length);
    const row = `| ${language} | ${half === 'tuning' ? 'tuning' : 'held out'} | ${given.length} | ${counts.join(' | ')} |`;
    expect(readFileSync(join(root, 'docs', 'grounding.md'), 'utf8')).toContain(row);
  });
});
