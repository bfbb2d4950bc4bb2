import { readdirSync, readFileSync } from 'node:fs';
import { personWanted, safetyLanguages } from '@parlance/charter';
import { checkPack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { crisisInWords } from './crisis-signs.ts';
import { wantsPerson, withoutWish } from './person-wanted.ts';

const folder = new URL('../../../../vectors/person-wanted/', import.meta.url);
const vectorSchema = z.strictObject({
  language: z.enum(safetyLanguages),
  text: z.string(),
  expect: z.strictObject({ person: z.boolean() }),
});
const vectors = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, ...vectorSchema.parse(parse(readFileSync(new URL(file, folder), 'utf8'))) }));
const asking = vectors.filter(({ expect: { person } }) => person);
const others = vectors.filter(({ expect: { person } }) => !person);

test('there are six of each language that ask for a person, and more that do not', () => {
  expect(others.length).toBeGreaterThan(asking.length);
  for (const language of safetyLanguages) {
    expect(asking.filter((vector) => vector.language === language).length).toBeGreaterThanOrEqual(6);
    expect(others.filter((vector) => vector.language === language).length).toBeGreaterThanOrEqual(9);
  }
});

describe('who asks for a person is understood', () => {
  test.each(asking)('$file: $text', ({ text }) => {
    expect(wantsPerson(text)).toBe(true);
  });

  test.each(asking)('$file, in capitals, without an accent, behind another sentence', ({ text }) => {
    const bare = text.normalize('NFD').replace(/(?<!и)\p{M}/gu, '');
    expect(wantsPerson(`1. ${bare.normalize('NFC').toUpperCase()}`)).toBe(true);
  });
});

describe('who speaks of people asks for none', () => {
  test.each(others)('$file: $text', ({ text }) => {
    expect(wantsPerson(text)).toBe(false);
  });
});

test.each(['ee', 'de', 'ma'])('no question and no fact of the pack %s is taken for a wish for a person', async (name) => {
  const { pack } = checkPack(await readPackFolder(`packs/${name}`), { today: '2026-11-22' });
  const texts = (pack?.services ?? []).flatMap(({ questions, facts }) => [
    ...Object.values(questions).flat(),
    ...facts.flatMap(({ text }) => Object.values(text)),
  ]);
  expect(texts.length).toBeGreaterThan(200);
  expect(texts.filter(wantsPerson)).toEqual([]);
});

test('what is asked beside the wish is what is looked up', () => {
  expect(withoutWish('Can I speak to a real person?').trim()).toBe('?');
  expect(withoutWish('How much is a passport? Can I speak to a real person please, or a human').replace(/\s+/g, ' ')).toContain(
    'How much is a passport?',
  );
  expect(withoutWish('What are human rights?')).toBe('What are human rights?');
  for (const { text } of others) expect(withoutWish(text)).toBe(text);
});

test('words that stand far apart or in two sentences are no wish', () => {
  expect(wantsPerson('I want a passport. He likes to talk to a human.')).toBe(false);
  expect(wantsPerson('I want to know whether the law lets my landlord talk to a person')).toBe(false);
});

test('no phrase by which people ask for a person is a cry for help', () => {
  for (const { alone } of Object.values(personWanted)) expect(alone.filter((phrase) => crisisInWords(phrase) !== null)).toEqual([]);
});

test('a text that is crowded with such words is read in its beginning and its end, and no longer', () => {
  expect(wantsPerson('can i '.repeat(200_000))).toBe(false);
  expect(wantsPerson(`${'So it is. '.repeat(200_000)}Can I speak to a person?`)).toBe(true);
});
