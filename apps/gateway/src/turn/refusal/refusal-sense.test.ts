import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal, longestRefusal, refusalLanguages } from './refusal-sense.ts';

interface Answers {
  readonly refusals: readonly string[];
  readonly answers: readonly string[];
}

const folder = join(import.meta.dirname, '../../../../../vectors/refusals');

function read(set: string, language: string): Answers {
  return JSON.parse(readFileSync(join(folder, set, `${language}.json`), 'utf8')) as Answers;
}

/** Heard and falsely heard, over all languages. */
function counted(set: string) {
  const all = refusalLanguages.map((language) => {
    const { refusals, answers } = read(set, language);
    return {
      ...{ language, refusals: refusals.length, answers: answers.length },
      heard: refusals.filter((each) => isRefusal(each, language)).length,
      falsely: answers.filter((each) => isRefusal(each, language)).length,
    };
  });
  const sum = (key: 'refusals' | 'answers' | 'heard' | 'falsely') => all.reduce((before, each) => before + each[key], 0);
  if (process.env['PARLANCE_FIGURES'] === '1') console.table(all);
  return { heard: sum('heard') / sum('refusals'), falsely: sum('falsely') / sum('answers') };
}

describe("a model's own refusal", () => {
  test('is heard in three of four texts that the words were chosen by, and in no answer', () => {
    const { heard, falsely } = counted('calibrated');
    expect(heard).toBeGreaterThan(0.75);
    expect(falsely).toBe(0);
  });

  test('is heard in more than six of ten texts of a hand that was not read, and in at most one answer of a hundred', () => {
    const { heard, falsely } = counted('unseen');
    expect(heard).toBeGreaterThan(0.6);
    expect(falsely).toBeLessThanOrEqual(0.01);
  });

  test('is never heard in a long answer, whatever it begins with', () => {
    fc.assert(
      fc.property(fc.constantFrom(...refusalLanguages), fc.nat(400), (language, more) => {
        const [refusal = ''] = read('calibrated', language).refusals;
        expect(isRefusal(refusal + 'x'.repeat(longestRefusal + more), language)).toBe(false);
      }),
    );
  });

  test('is heard in English, whatever the language of the answer', () => {
    for (const language of [...refusalLanguages, 'uk', 'zgh', 'en-GB'])
      expect(isRefusal("I'm sorry, but I can’t assist with that request.", language)).toBe(true);
    expect(isRefusal('Es tut mir leid, dabei kann ich Ihnen nicht helfen.', 'de-CH')).toBe(true);
  });
});
