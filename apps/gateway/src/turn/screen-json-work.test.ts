import { compile, type PassContext, type Rule } from '@parlance/disclosure';
import { describe, expect, test } from 'vitest';
import { screenJson } from './screen-json.ts';

const rule: Rule = {
  kind: 'omit',
  id: 'xx.law',
  version: '1',
  cause: 'law',
  type: 'advertising',
  matcher: { terms: ['secret'], patterns: ['777\\d{4}'] },
  rationale: { en: 'So says the act.' },
};
const { screen } = compile([rule]);
const context: PassContext = {
  choice: 0,
  channel: 'tool',
  language: 'en',
  wording: { marker: () => 'left out', notice: () => 'notice', unjudged: () => '', additionLabel: () => 'added' },
  prose: false,
  typed: [],
};

/** Counts what goes through a function of the runtime while something runs. */
function counting(holder: object, name: string, count: (given: unknown, result: { readonly length: number }) => void): () => void {
  const original = Reflect.get(holder, name) as (...given: readonly unknown[]) => { readonly length: number };
  Reflect.set(holder, name, function (this: unknown, ...given: readonly unknown[]) {
    const result = Reflect.apply(original, this, given);
    count(given[0], result);
    return result;
  });
  return () => Reflect.set(holder, name, original);
}

/** How many characters are taken apart, written parsed and written while a text is screened: the work that could grow faster than the text. */
function workOf(text: string): number {
  let work = 0;
  const result = (_given: unknown, made: { readonly length: number }): void => void (work += made.length);
  const argument = (given: unknown): void => void (work += String(given).length);
  const stops = [counting(Array, 'from', result), counting(JSON, 'stringify', result), counting(JSON, 'parse', argument)];
  try {
    screenJson(text, { screen: screen!, context, book: null, originals: new Map() });
  } finally {
    for (const stop of stops) stop();
  }
  return work;
}

const many = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, index) => each(index)).join(',');

describe('four times the JSON is no more than about four times the work', () => {
  test.each([
    ['one string in which many lines hold something', (count: number) => `["${Array(count).fill('a secret here.').join('\\n')}"]`],
    ['strings with nothing to find', (count: number) => `[${many(count, () => '"nothing here"')}]`],
    ['strings that each hold something', (count: number) => `[${many(count, () => '"a secret here"')}]`],
    ['strings in escapes', (count: number) => `[${many(count, () => '"a s\\u0065cret \\n here"')}]`],
    ['members', (count: number) => `{${many(count, (index) => `"k${1000 + index}":"secret"`)}}`],
    ['member names that hold something', (count: number) => `{${many(count, (index) => `"secret ${1000 + index}":1`)}}`],
    ['numbers', (count: number) => `[${many(count, () => '7771234')}]`],
    ['lists in lists', (count: number) => `${'['.repeat(count)}"secret"${']'.repeat(count)}`],
    [
      'spaces between a string and what follows',
      (count: number) => `{"a"${' '.repeat(count)}:1,${many(count, () => `"b"${' '.repeat(9)}:1`)}}`,
    ],
    ['one long string', (count: number) => `["${'nothing here, '.repeat(count)}a secret"]`],
  ])('%s', (_name, make) => {
    const [few, more] = [workOf(make(250)), workOf(make(1000))];
    expect(few).toBeGreaterThan(0);
    expect(more / few).toBeLessThan(5);
  });
});
