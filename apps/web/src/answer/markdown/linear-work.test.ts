import { afterEach, expect, test, vi } from 'vitest';
import { bodyOf, textEvent } from '../../testing/sample-turn.ts';
import { type OpaqueSpan, type SpanText } from './opaque-span.ts';

/** Characters that were read. */
const read = { lexed: 0, longest: 0, spans: 0 };

vi.mock('./markdown-lexer.ts', async (original) => {
  const lexer: Record<'inlineTokens' | 'blockToken', (text: string) => unknown> = await original();
  const counted = (name: 'inlineTokens' | 'blockToken') => (text: string) => {
    read.lexed += text.length;
    read.longest = Math.max(read.longest, text.length);
    return lexer[name](text);
  };
  return { ...lexer, inlineTokens: counted('inlineTokens'), blockToken: counted('blockToken') };
});

vi.mock('./opaque-span.ts', async (original) => {
  const spans: { readonly endOfSpan: (span: OpaqueSpan, text: SpanText) => unknown } = await original();
  return {
    ...spans,
    endOfSpan(span: OpaqueSpan, text: SpanText) {
      const before = span.at;
      const end = spans.endOfSpan(span, text);
      read.spans += span.at - before + 1;
      return end;
    },
  };
});

afterEach(() => Object.assign(read, { lexed: 0, longest: 0, spans: 0 }));

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
  const html = bodyOf([textEvent(part.repeat(size / part.length))]);
  // A header is looked at with the line before it; what a span turns out not to be is read anew, once for each kind of span.
  expect(read.lexed).toBeLessThanOrEqual(2.2 * size);
  expect(read.longest).toBeLessThanOrEqual(4100);
  expect(read.spans).toBeLessThanOrEqual(6 * size);
  expect(html.length).toBeLessThanOrEqual(20 * size);
});

test('a text that comes in single characters is read no more often', () => {
  const text = '**a `b` [c](https://d.example) $e^f$ and so on\n|g|h|\n|-|-|\n|i|j|\n\n'.repeat(300);
  bodyOf(Array.from(text, (character) => textEvent(character)));
  expect(read.lexed).toBeLessThanOrEqual(2 * text.length);
  expect(read.spans).toBeLessThanOrEqual(3 * text.length);
});

test('a megabyte without a space is written', () => {
  expect(bodyOf([textEvent('<*[h'.repeat(250_000))]).length).toBeGreaterThan(1_000_000);
});
