import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsePack } from '../format/parse-pack.ts';
import { readPackFolder } from '../node/index.ts';
import { type Pack } from '../pack.ts';
import { buildIndex, type KnowledgeIndex } from './build-index.ts';
import { known } from './confidence.ts';
import { searchCards } from './search.ts';

const unrelated = z
  .object({ unknown: z.array(z.tuple([z.string(), z.string()])) })
  .parse(JSON.parse(readFileSync(new URL('unrelated-questions.json', import.meta.url), 'utf8'))).unknown;

/** Most of what is asked about nothing in a pack that may get a card all the same. */
const mostMistaken = 0.07;

/** `a passport` becomes `a passprot`. */
function withSlip(question: string): string {
  const longest = (question.match(/\p{L}+/gu) ?? []).reduce((one, other) => (other.length > one.length ? other : one), '');
  const place = Math.floor(longest.length / 2);
  const slipped = `${longest.slice(0, place)}${longest.charAt(place + 1)}${longest.charAt(place)}${longest.slice(place + 2)}`;
  return question.replace(longest, slipped);
}

describe.each(['ee', 'de', 'ma'])('the pack %s', (country) => {
  let pack: Pack;
  let index: KnowledgeIndex;
  beforeAll(async () => {
    const parsed = parsePack(await readPackFolder(fileURLToPath(new URL(`../../../../packs/${country}`, import.meta.url))));
    if (parsed.pack === null) throw new Error(JSON.stringify(parsed.issues));
    pack = parsed.pack;
    index = buildIndex(pack);
  });

  const cardFor = (question: string, language: string): string | null => {
    const [hit] = searchCards(index, question, { language, limit: 1 });
    return hit !== undefined && hit.confidence >= known ? hit.id : null;
  };

  test('gives each of its own cases the card that it expects, or none', () => {
    const wrong = pack.cases.filter(
      ({ ask, language, expect: expected }) => cardFor(ask, language) !== ('card' in expected ? expected.card : null),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('finds each card by the questions that it names', () => {
    const asked = pack.services.flatMap(({ id, questions }) =>
      Object.entries(questions).flatMap(([language, list]) => list.map((question) => ({ id, language, question }))),
    );
    const found = asked.filter(({ id, language, question }) => cardFor(question, language) === id);
    expect(found.length / asked.length).toBeGreaterThanOrEqual(0.98);
  });

  test('finds nine of ten cards when two neighbours in the longest word have changed places', () => {
    const asked = pack.cases.flatMap(({ ask, language, expect: expected }) =>
      'card' in expected ? [{ ask: withSlip(ask), language, card: expected.card }] : [],
    );
    const found = asked.filter(({ ask, language, card }) => cardFor(ask, language) === card);
    expect(found.length / asked.length).toBeGreaterThanOrEqual(0.9);
  });

  test('does not know what has nothing to do with it, in each of its languages', () => {
    const asked = unrelated.filter(([language]) => pack.languages.includes(language));
    const answered = asked.filter(([language, question]) => cardFor(question, language) !== null);
    expect(answered.length).toBeLessThanOrEqual(asked.length * mostMistaken);
  });
});
