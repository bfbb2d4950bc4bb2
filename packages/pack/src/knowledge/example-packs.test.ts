import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePack } from '../format/parse-pack.ts';
import { readPackFolder } from '../node/index.ts';
import { type Pack } from '../pack.ts';
import { buildIndex, type KnowledgeIndex } from './build-index.ts';
import { known } from './confidence.ts';
import { searchCards } from './search.ts';

describe.each(['ee', 'de', 'ma'])('the example pack %s', (name) => {
  let pack: Pack;
  let index: KnowledgeIndex;

  beforeAll(async () => {
    const parsed = parsePack(await readPackFolder(fileURLToPath(new URL(`../../../../packs/${name}`, import.meta.url))));
    pack = parsed.pack!;
    index = buildIndex(pack);
  });

  test('asks for every card in every language', () => {
    const asked = new Set(
      pack.cases.flatMap(({ language, expect: expected }) => ('card' in expected ? [`${expected.card} ${language}`] : [])),
    );
    const missing = pack.services
      .flatMap(({ id }) => pack.languages.map((language) => `${id} ${language}`))
      .filter((each) => !asked.has(each));
    expect(missing).toEqual([]);
  });

  test.each(['unknown', 'safety'])('has a case of the kind %s in every language', (kind) => {
    const languages = new Set(pack.cases.filter(({ expect: expected }) => kind in expected).map(({ language }) => language));
    expect([...languages].sort()).toEqual([...pack.languages].sort());
  });

  test('no case is a question of a card, word for word', () => {
    const written = new Set(pack.services.flatMap(({ questions }) => Object.values(questions).flat()));
    expect(pack.cases.filter(({ ask }) => written.has(ask)).map(({ id }) => id)).toEqual([]);
  });

  test('every question that names a card gets it, and what is unknown gets none', () => {
    const wrong = pack.cases
      .filter(({ expect: expected }) => !('safety' in expected))
      .filter(({ ask, language, expect: expected }) => {
        const [hit] = searchCards(index, ask, { language, limit: 1 });
        const found = hit !== undefined && hit.confidence >= known ? hit.id : null;
        return found !== ('card' in expected ? expected.card : null);
      });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('names no source that no fact rests on', () => {
    for (const { id, sources, facts } of pack.services) {
      const used = new Set(facts.map(({ source }) => source));
      expect(
        [...sources.keys()].filter((source) => !used.has(source)),
        id,
      ).toEqual([]);
      expect(
        [...sources.values()].filter(({ read }) => read === ''),
        id,
      ).toEqual([]);
    }
  });
});
