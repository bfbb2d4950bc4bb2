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
