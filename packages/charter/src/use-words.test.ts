import { describe, expect, test } from 'vitest';
import { clauses } from './clauses.ts';
import { useReasons } from './closed-lists.ts';
import { safetyLanguages } from './safety-text.ts';
import { useRules, useWordClasses } from './use-word.ts';
import { useWords } from './use-words.ts';

test('every reason has a rule, and every rule a clause that says that code looks for it', () => {
  expect(useRules.map(({ reason }) => reason).sort()).toEqual([...useReasons].sort());
  for (const { clause } of useRules) {
    const found = clauses.find(({ id }) => id === clause);
    expect(found?.kind).toBe('red-line');
    expect(found?.enforcedBy).toContain('screen');
  }
});

test('every class of words stands in a rule', () => {
  expect(new Set(useRules.flatMap(({ classes }) => classes))).toEqual(new Set(useWordClasses));
});

describe.each(safetyLanguages)('words of use in %s', (language) => {
  const { asking, before, about, classes } = useWords[language];

  test('are written in small letters, and none stands twice in a list', () => {
    for (const list of [asking, before, about, ...Object.values(classes)]) {
      expect(list.filter((word) => word !== word.toLowerCase() || word !== word.trim())).toEqual([]);
      expect(list.filter((word, index) => list.indexOf(word) !== index)).toEqual([]);
    }
  });

  test('have a stem before each star, so that none stands for everything', () => {
    for (const list of [asking, about, ...Object.values(classes)])
      expect(list.filter((word) => word.split(' ').some((part) => part.includes('*') && part.length < 3))).toEqual([]);
  });

  test('what comes before a request is one word', () => {
    expect(before.filter((word) => /[\s*#]/u.test(word))).toEqual([]);
  });
});
