import { describe, expect, test } from 'vitest';
import { type Asked, type Document } from '../../bench/retrieval/document.ts';
import { figuresOf, placesOf } from '../../bench/retrieval/figures.ts';
import { type Measured, type Results } from '../../bench/retrieval/measure.ts';
import { ownSearch } from '../../bench/retrieval/own-search.ts';
import { belowWords, missesOf, tableOf } from '../../bench/retrieval/report.ts';
import { tunedWords } from '../../bench/retrieval/tuned-words.ts';
import { indexWords, wordSearch, wordsOf } from '../../bench/retrieval/word-bm25.ts';

test('places count within the first ten, and what is not there counts as nothing', () => {
  const figures = figuresOf([1, 2, null, 5]);
  expect(figures).toEqual({ questions: 4, recall1: 0.25, recall5: 0.75, mrr: (1 + 0.5 + 0.2) / 4 });
});

const document = (id: string, language: string, text: string): Document => ({ id, language, title: '', text });
const documents = [
  document('stone', 'en', 'Houses are built of stone.'),
  document('wood', 'en', 'Ships are built of wood, of wood and of nothing but wood.'),
  document('stein', 'de', 'Stone heißt Stein.'),
];
const asked: readonly Asked[] = [
  { question: 'What is built of stone?', language: 'en', answeredBy: 'stone', half: 'tuning' },
  { question: 'Ships of wood', language: 'en', answeredBy: 'wood', half: 'confirming' },
];

describe('word BM25', () => {
  test('has the words of scripts without spaces from a dictionary', () => {
    expect(wordsOf('ภาษาไทย', 'th')).toEqual(['ภาษา', 'ไทย']);
    expect(wordsOf('ＡＢＣ Über', 'de')).toEqual(['abc', 'über']);
  });

  test('puts what has more of the rarer words first', () => {
    const search = wordSearch(indexWords(documents), { saturation: 1.2, lengthPenalty: 0.75 });
    expect(search('built of stone', 'en', 3)).toEqual(['stone', 'wood', 'stein']);
    expect(search('nothing of that sort here', 'en', 1)).toEqual(['wood']);
  });

  test.each([true, false])('is set on the tuning half alone (together: %s)', (together) => {
    const other = asked.map((each) => (each.half === 'tuning' ? each : { ...each, answeredBy: 'no such' }));
    expect(tunedWords(documents, other, { together }).settings).toEqual(tunedWords(documents, asked, { together }).settings);
  });

  test('passes other languages over when the language is known', () => {
    expect(tunedWords(documents, asked, { together: false }).search('stone', 'en', 5)).toEqual(['stone']);
    expect(tunedWords(documents, asked, { together: true }).search('stone', 'en', 5)).toHaveLength(2);
  });
});

test('the search of the packs sees every document, or those of the language', () => {
  expect(placesOf(ownSearch(documents, { together: true }), asked)).toEqual([1, 1]);
  expect(ownSearch(documents, { together: true })('Stein stone', 'de', 5)).toContain('stone');
  expect(ownSearch(documents, { together: false })('Stein', 'de', 5)).toEqual(['stein']);
});

describe('the report', () => {
  const measured = (recall1: number): Measured => {
    const figures = { questions: 1, recall1, recall5: 1, mrr: 1 };
    return { all: figures, tuning: figures, confirming: figures };
  };
  const resultsOf = (parlance: number, words: number): Results => {
    const mode = {
      settings: { saturation: 1, lengthPenalty: 1 },
      languages: { th: { parlance: measured(parlance), words: measured(words), postgres: null } },
      speed: { parlance_ms: 1, words_ms: 1, ratio: 1, index_ms: 1, index_mebibytes: null },
    };
    return { documents: 1, questions: 1, modes: { together: mode, apart: mode } };
  };

  test('names what is below 0.85 or below word BM25, and nothing else', () => {
    expect(missesOf(resultsOf(0.84, 0.5))).toEqual(['together th', 'apart th']);
    expect(missesOf(resultsOf(0.9, 0.91))).toEqual(['together th']);
    expect(belowWords(resultsOf(0.9, 0.91).modes.apart)).toEqual(['th']);
    expect(missesOf(resultsOf(0.9, 0.9))).toEqual([]);
  });

  test('says where there was no PostgreSQL', () => {
    expect(tableOf(resultsOf(0.9, 0.9))).toContain('| th | 0.900 1.000 1.000 | 0.900 1.000 1.000 | – |');
  });
});
