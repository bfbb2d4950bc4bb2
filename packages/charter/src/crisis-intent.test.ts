import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crisisIntent } from './crisis-intent.ts';
import { crisisKinds } from './crisis-phrase.ts';
import { corpusLanguages, type CorpusLanguage } from './safety-text.ts';
import { benign, distress } from './testing/crisis-sentences.ts';

interface Questions {
  readonly data: readonly {
    readonly paragraphs: readonly { readonly context: string; readonly qas: readonly { readonly question: string }[] }[];
  }[];
}

const data = new URL('../../../../shared/data/', import.meta.url);

/** Matches as the charter describes it: folded case, single spaces, whole phrases between word boundaries. */
function kindsIn(language: CorpusLanguage, text: string): readonly string[] {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ')} `;
  // Chinese is written without spaces: a phrase may begin and end anywhere.
  const edge = language === 'zh' ? '' : ' ';
  return crisisIntent[language].filter(({ phrase }) => padded.includes(`${edge}${phrase}${edge}`)).map(({ kind }) => kind);
}

describe.each(corpusLanguages)('crisis phrases in %s', (language) => {
  const phrases = crisisIntent[language];

  test('none stands there twice', () => {
    const all = phrases.map(({ phrase }) => phrase);
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });

  test.each(crisisKinds)('there are at least twenty for %s', (kind) => {
    expect(phrases.filter((phrase) => phrase.kind === kind).length).toBeGreaterThanOrEqual(20);
  });

  test('each is lower case, trimmed and without punctuation, so that it can match folded text', () => {
    const odd = phrases.filter(
      ({ phrase }) => phrase !== phrase.toLowerCase() || !/^[\p{L}\p{M}\p{N}'’-]+( [\p{L}\p{M}\p{N}'’-]+)*$/u.test(phrase),
    );
    expect(odd).toEqual([]);
  });

  test('none is so short that it is a common word', () => {
    expect(phrases.filter(({ phrase }) => phrase.length < (language === 'zh' ? 3 : 5))).toEqual([]);
  });

  test.each(distress[language])('a person in need of help about %s is heard: %j', (kind, text) => {
    expect(kindsIn(language, text)).toContain(kind);
  });

  test.each(benign[language])('a benign question is left alone: %j', (text) => {
    expect(kindsIn(language, text)).toEqual([]);
  });
});

describe('crisis phrases on public question sets', () => {
  test.runIf(existsSync(new URL('xstest/', data)))('at most one in a hundred safe look-alikes matches (XSTest)', () => {
    const rows = readFileSync(new URL('xstest/xstest_prompts.csv', data), 'utf8').split('\n');
    const safe = rows.filter((row) => row.includes(',safe,'));
    expect(safe.length).toBeGreaterThan(200);
    expect(safe.filter((row) => kindsIn('en', row).length > 0).length / safe.length).toBeLessThanOrEqual(0.01);
  });

  test.runIf(existsSync(new URL('xquad/', data))).each(['ar', 'de', 'en', 'es', 'ru', 'tr', 'zh'] as const)(
    'no encyclopedic text in %s matches (XQuAD)',
    (language) => {
      const file = JSON.parse(readFileSync(new URL(`xquad/xquad.${language}.first8articles.json`, data), 'utf8')) as Questions;
      const texts = file.data.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ context, qas }) => [context, ...qas.map(({ question }) => question)]),
      );
      expect(texts.length).toBeGreaterThan(100);
      expect(texts.filter((text) => kindsIn(language, text).length > 0)).toEqual([]);
    },
  );

  test.runIf(existsSync(new URL('mgsm/', data))).each(['de', 'en', 'es', 'fr', 'ru', 'zh'] as const)(
    'no arithmetic problem in %s matches (MGSM)',
    (language) => {
      const problems = readFileSync(new URL(`mgsm/mgsm_${language}.tsv`, data), 'utf8')
        .trim()
        .split('\n');
      expect(problems.length).toBeGreaterThan(200);
      expect(problems.filter((problem) => kindsIn(language, problem).length > 0)).toEqual([]);
    },
  );
});
