import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePack } from '../format/parse-pack.ts';
import { readPackFolder } from '../node/index.ts';
import { type Pack, type ServiceCard } from '../pack.ts';
import { samplePack } from '../resolve/sample-pack.ts';
import { askedWords } from './asked-words.ts';
import { buildIndex, type KnowledgeIndex } from './build-index.ts';
import { confidenceOf, known } from './confidence.ts';
import { bestConceivable, matchAll } from './match.ts';
import { searchCards, searchPassages, type SearchHit } from './search.ts';

const folder = fileURLToPath(new URL('../../../../packs/ee', import.meta.url));
let pack: Pack;
let index: KnowledgeIndex;

beforeAll(async () => {
  const parsed = parsePack(await readPackFolder(folder));
  expect(parsed.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  pack = parsed.pack!;
  index = buildIndex(pack);
});

function best(question: string, language: string): SearchHit | null {
  const [hit] = searchCards(index, question, { language, limit: 1 });
  return hit !== undefined && hit.confidence >= known ? hit : null;
}

function questionsIn(file: string): {
  readonly known?: readonly (readonly [language: string, card: string, question: string])[];
  readonly unknown: readonly (readonly [language: string, question: string])[];
} {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as ReturnType<typeof questionsIn>;
}

describe('unrelated questions', () => {
  test.each([
    ['en', 'What is the capital of Peru?'],
    ['en', 'Write me a poem'],
    ['en', 'How do I bake an apple cake?'],
    ['et', 'Kes on Prantsusmaa president?'],
    ['et', 'Kuidas küpsetada õunakooki?'],
    ['et', 'Kes võitis eile jalgpallis?'],
    ['ru', 'Как испечь яблочный пирог?'],
    ['ru', 'Кто вчера выиграл в футбол?'],
  ])('%s: %s is not known', (language, question) => {
    expect(best(question, language)).toBeNull();
  });

  test.each([
    ['en', 'How can I do this and what do I need for it?'],
    ['et', 'Kuidas ma seda teha saan ja mida mul selleks vaja on?'],
    ['ru', 'Как мне это сделать и что для этого нужно?'],
    ['en', ''],
    ['en', '?!'],
  ])('%s: words of every question carry no match: %s', (language, question) => {
    expect(searchCards(index, question, { language, limit: 5 })).toEqual([]);
  });

  test('of those that calibrated the confidence at most one in twenty is answered', () => {
    const { unknown } = questionsIn('./calibration-questions.json');
    const answered = unknown.filter(([language, question]) => best(question, language) !== null);
    expect(answered.length / unknown.length).toBeLessThanOrEqual(0.05);
  });
});

describe('questions that people ask', () => {
  test('every case of the pack gets its card or none', () => {
    const wrong = pack.cases.filter(
      ({ ask, language, expect: expected }) => (best(ask, language)?.id ?? null) !== ('card' in expected ? expected.card : null),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('the questions of the cards themselves find their card', () => {
    const asked = pack.services.flatMap(({ id, questions }) =>
      Object.entries(questions).flatMap(([language, list]) => list.map((text) => ({ id, language, text }))),
    );
    const found = asked.filter(({ id, language, text }) => best(text, language)?.id === id);
    expect(found.length / asked.length).toBeGreaterThanOrEqual(0.98);
  });

  // Written before the search, never used to set it. First measured: 32 of 40 right, 3 with another card, 5 not known; 0 of 20 unknown answered.
  test('of blind questions in other words at least three in four are answered, nine in ten of the answers are right, nothing unknown is answered', () => {
    const blind = questionsIn('./blind-questions.json');
    const known = blind.known ?? [];
    const answers = known.map(([language, card, question]) => ({ card, hit: best(question, language) }));
    const right = answers.filter(({ card, hit }) => hit?.id === card).length;
    const answered = answers.filter(({ hit }) => hit !== null).length;
    expect(blind.unknown.filter(([language, question]) => best(question, language) !== null)).toEqual([]);
    expect(right / known.length).toBeGreaterThanOrEqual(0.75);
    expect(right / answered).toBeGreaterThanOrEqual(0.9);
  });

  test('misspelt accents and case do not matter', () => {
    expect(best('KUIDAS TAOTLEDA VANEMAHUVITIST', 'et')?.id).toBe('parental-benefit');
  });
});

describe('another language', () => {
  test('is tried when nothing is known in the one asked for, and the hit says so', () => {
    expect(best('How do I apply for parental benefit?', 'et')).toMatchObject({ id: 'parental-benefit', language: 'en' });
  });

  test('is not tried when the one asked for knows', () => {
    expect(best('Kuidas taotleda vanemahüvitist?', 'et')).toMatchObject({ language: 'et' });
  });

  test('is tried for a language that the pack does not have', () => {
    expect(best('How do I apply for parental benefit?', 'fi')?.language).toBe('en');
  });
});

describe('passages', () => {
  test('are found by what they say', () => {
    for (const { title, language, id } of pack.knowledge) {
      expect(searchPassages(index, title, { language, limit: 1 })[0]).toMatchObject({ id, language });
    }
  });

  test('that fit no question are not known', () => {
    const [hit] = searchPassages(index, 'What is the capital of Peru?', { language: 'en', limit: 1 });
    expect(hit?.confidence ?? 0).toBeLessThan(known);
  });
});

function card(id: string, language: string, questions: readonly string[]): ServiceCard {
  return {
    id,
    title: { [language]: questions[0] ?? '' },
    office: 'o',
    questions: { [language]: questions },
    sources: new Map(),
    facts: [],
  };
}

describe('any pack', () => {
  test('a pack without cards knows nothing and does not fail', () => {
    expect(searchCards(buildIndex(samplePack()), 'Kuidas?', { language: 'et', limit: 3 })).toEqual([]);
  });

  test('a language written without spaces is searched by pairs of characters', () => {
    const services = [
      card('passport', 'zh', ['如何申請護照']),
      card('tax', 'zh', ['如何申報所得稅']),
      card('school', 'zh', ['孩子什麼時候上學']),
    ];
    const own = buildIndex(samplePack({ languages: ['zh'], services }));
    expect(searchCards(own, '我想辦護照', { language: 'zh', limit: 1 })[0]?.id).toBe('passport');
  });

  test('limits hold, confidences lie between 0 and 1, and the best comes first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('pass', 'kaart', 'laps', 'auto', 'tulu', '\ud800', 'xyz', '?'), { maxLength: 100 }),
        fc.nat(5),
        (words, limit) => {
          const hits = searchCards(index, words.join(' '), { language: 'et', limit });
          expect(hits.length).toBeLessThanOrEqual(limit);
          expect(hits.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
          expect([...hits].sort((one, other) => other.score - one.score)).toEqual(hits);
        },
      ),
    );
  });

  test('a collection that is passed over could not have known an answer', () => {
    const files = ['./calibration-questions.json', './blind-questions.json'].map(questionsIn);
    const questions = files.flatMap((file) => [
      ...(file.known ?? []).map(([, , question]) => question),
      ...file.unknown.map(([, question]) => question),
    ]);
    expect(questions.length).toBeGreaterThan(100);
    for (const collection of [...index.cards.values(), ...index.passages.values()]) {
      for (const question of questions) {
        const words = askedWords(index, question);
        const [hit] = matchAll(collection, words).map(confidenceOf);
        expect(confidenceOf(bestConceivable(collection, words))).toBeGreaterThanOrEqual(hit ?? 0);
      }
    }
  });

  test('a search among 200 cards takes less than a millisecond', () => {
    const many = Array.from({ length: 10 }, (_, copy) => pack.services.map((each) => ({ ...each, id: `${each.id}-${copy}` }))).flat();
    const large = buildIndex({ ...pack, services: many });
    const asked = pack.services.flatMap(({ questions }) => questions['et'] ?? []);
    const times = [...asked, ...asked, ...asked].map((question) => {
      const start = performance.now();
      searchCards(large, question, { language: 'et', limit: 5 });
      return performance.now() - start;
    });
    expect(many.length).toBeGreaterThanOrEqual(200);
    expect(times.sort((one, other) => one - other)[Math.floor(times.length / 2)]).toBeLessThan(1);
  });
});
