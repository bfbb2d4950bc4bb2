import { expect, test } from 'vitest';
import { type Passage } from '../pack.ts';
import { samplePack } from '../resolve/sample-pack.ts';
import { buildIndex } from './build-index.ts';
import { searchPassages } from './search.ts';
import { wholeWords } from './whole-words.ts';

const namesOf = (text: string): readonly string[] => wholeWords(text).map(({ name }) => name);

test('whole words keep what folding takes away', () => {
  expect(wholeWords('Bạn HỌC')).toEqual([
    { name: '=bạn', folded: 'ban' },
    { name: '=học', folded: 'hoc' },
  ]);
});

test('full-width letters are letters', () => {
  expect(namesOf('ＩＤ')).toEqual(['=id']);
});

test('in Thai a dictionary finds the words', () => {
  expect(namesOf('ภาษาไทย ABC')).toEqual(['=ภาษา', '=ไทย', '=abc']);
});

test('Han has none', () => {
  expect(namesOf('申請護照')).toEqual([]);
});

test.each(['', ' ', '?!', '\ud800', '🙂'])('%j has none', (text) => {
  expect(wholeWords(text)).toEqual([]);
});

const passage = (id: string, text: string): Passage => ({
  ...{ id, text, language: 'vi', title: '' },
  ...{ publisher: 'p', source: 'https://example.org', licence: 'CC0', date: '2026-01-01' },
});

test('of words that differ in their tones alone the one that was asked for comes first', () => {
  const texts = ['bán bò', 'bạn bò', 'bàn bò'];
  const index = buildIndex(samplePack({ languages: ['vi'], knowledge: texts.map((text) => passage(text, text)) }));
  for (const text of texts) expect(searchPassages(index, text, { language: 'vi', limit: 3 })[0]?.id).toBe(text);
  expect(searchPassages(index, 'ban bo', { language: 'vi', limit: 3 })).toHaveLength(3);
});
