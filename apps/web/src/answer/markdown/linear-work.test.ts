import { Lexer } from 'marked';
import { expect, test, vi } from 'vitest';
import { bodyOf, textEvent } from '../../testing/sample-turn.ts';

interface Reading {
  /** Characters that were given to the lexer, and at most how many at once. */
  readonly lexed: number;
  readonly longest: number;
  /** How often a single character was looked at. */
  readonly looked: number;
  readonly html: string;
}

/** A lexer is made for each text, so its first call is the one from outside. */
function reading(parts: readonly string[]): Reading {
  const spies = [vi.spyOn(Lexer.prototype, 'inlineTokens'), vi.spyOn(Lexer.prototype, 'blockTokens')];
  let looked = 0;
  vi.spyOn(String.prototype, 'charAt').mockImplementation(function (this: string, at: number) {
    looked += 1;
    return this.slice(at, at + 1);
  });
  try {
    const html = bodyOf(parts.map((part) => textEvent(part)));
    const seen = new Set<unknown>();
    const lengths = spies.flatMap(({ mock }) =>
      mock.contexts.map((lexer, call) => (seen.has(lexer) ? 0 : (seen.add(lexer), mock.calls[call]?.[0].length ?? 0))),
    );
    return {
      html,
      looked,
      lexed: lengths.reduce((sum, length) => sum + length, 0),
      longest: lengths.reduce((most, length) => Math.max(most, length), 0),
    };
  } finally {
    vi.restoreAllMocks();
  }
}

test.each([
  ...[
    'a',
    ' ',
    '\t',
    '\n',
    '*',
    '* ',
    '*a ',
    '**a *b ',
    '_a ',
    '`',
    '`a ',
    '`a``b```c````d',
    '[',
    ']',
    '[a](',
    '[a](b ',
    '![',
    '[](',
    '<',
    '<https://a',
  ],
  ...[
    'h',
    'https://',
    '$',
    '$a ',
    '$a$ ',
    '$$',
    '$$a$$ ',
    '\\(',
    '\\[',
    '\\(a\\) ',
    '\\',
    '#',
    '# a\n',
    '---\n',
    '>',
    '> ',
    '> a\n',
    '- ',
    '- a\n',
    '1. ',
  ],
  ...[
    '- a\n  - b\n    - c\n',
    '```\n',
    '~~a ',
    '    a\n',
    '|',
    '|a|b|\n',
    '|-|\n',
    '|a|b|\n|-|-|\n|c|d|\n\n',
    '<div>',
    '&amp;',
    '\uE000',
    '<*[h',
    '*[_`$',
  ],
  ...['**[a*](_', '😀', '[s1]', '- -\n', `${'- '.repeat(30)}a\n\n\n\n\n`, `${'> '.repeat(30)}a\n`],
])('no character of a long text of %j is read more than a few times', (part) => {
  const size = 100_000;
  const read = reading([part.repeat(size / part.length)]);
  // A header is looked at with the line before it; what a span turns out not to be is read anew, once for each kind of span.
  expect(read.lexed).toBeLessThanOrEqual(2.2 * size);
  expect(read.longest).toBeLessThanOrEqual(4100);
  expect(read.looked).toBeLessThanOrEqual(20 * size);
  expect(read.html.length).toBeLessThanOrEqual(20 * size);
});

test('a text that comes in single characters is read no more often', () => {
  const text = '**a `b` [c](https://d.example) $e^f$ and so on\n|g|h|\n|-|-|\n|i|j|\n\n'.repeat(300);
  const read = reading(Array.from(text));
  expect(Math.min(read.lexed, read.looked)).toBeGreaterThan(text.length / 4);
  expect(read.lexed).toBeLessThanOrEqual(2 * text.length);
  expect(read.looked).toBeLessThanOrEqual(20 * text.length);
});

test('a megabyte without a space is written', () => {
  expect(bodyOf([textEvent('<*[h'.repeat(250_000))]).length).toBeGreaterThan(1_000_000);
});
