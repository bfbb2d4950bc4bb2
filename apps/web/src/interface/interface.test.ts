import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { interfaceIn } from './index.ts';

function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`));
}

describe.each(['et', 'ru'])('%s', (language) => {
  const text = interfaceIn(language);

  test('leaves no word empty and has as many promises as the reference', () => {
    expect(text.language).toBe(language);
    expect(leaves(text).filter(([, words]) => words.trim() === '')).toEqual([]);
    expect(
      leaves(text)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      leaves(en)
        .map(([path]) => path)
        .sort(),
    );
  });

  test('has no sentence left in English', () => {
    const english = new Set(leaves(en).map(([, words]) => words));
    expect(leaves(text).filter(([, words]) => english.has(words))).toEqual([]);
  });

  test('names what was left out and added', () => {
    expect(text.leftOut('X')).toContain('X');
    expect(text.added('X')).toContain('X');
    expect(text.sourceNumber('7')).toContain('7');
  });
});

test.each(['fi', '', 'xx-broken-!'])('the language "%s" has no words, so English stands in', (language) => {
  expect(interfaceIn(language)).toBe(en);
});

test('a regional tag finds its language', () => {
  expect(interfaceIn('et-EE').language).toBe('et');
});
