import { type TurnEvent } from '@parlance/wire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../testing/html-parts.ts';
import { bodyOf, encode, endEvent, sampleWords, textEvent } from '../testing/sample-turn.ts';
import { createAnswerEncoder } from './answer-encoder.ts';

/** Parts that make letters vanish from the text, or into attributes: addresses, boxes, and references to sources. */
const vanishing = ['](https://e.ee/a', '![x', '[x] ', '<https://e.ee>', '$x^2$', '$$', '\\(', '\\)', '\\[', '\\]', '\\frac{', '\\def'];
const markdown = [
  ...['_', '__', '~~', '`', '```', '~~~', '`b`', '\\', '| ', '|a|b|\n|-|:-:|\n', '|-|', '> ', '    ', '  ', '\t', '---', '***', '* ', '+ '],
  ...[
    '### ',
    '- [ ] ',
    '*b*',
    '**b**',
    ' "t")',
    ']: ',
    '$',
    '$5',
    '&#60;',
    '\uE000',
    '\uE001',
    '中',
    '：',
    '!',
    '<br>',
    '<!--',
    'www.e.ee',
    'a@e.ee',
  ],
];

const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
  fc
    .array(
      fc.constantFrom(
        ...[
          '**',
          '*',
          '#',
          '## ',
          '- ',
          '1. ',
          '2.',
          '12. ',
          '\n',
          '\n\n',
          '\r\n',
          '\r',
          ' ',
          'a',
          'hh',
          'https://',
          'https://e.ee',
          '.',
          ')',
          '(',
          '[s1]',
          '[',
          's',
          '1',
          ']',
        ],
        ...[
          '<script>',
          '</p>',
          '"',
          "' onload='x",
          '&amp;',
          'javascript:x',
          '\u202E',
          '\u2069',
          '\uD83D',
          '\uDE00',
          '😀',
          '⟦',
          '⟧',
          '⟦+ ',
          ': ',
          '\u0000',
          '<!--',
          '@',
          'ا',
        ],
        ...markdown,
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

const hostileMarkdown = fc.oneof(
  hostile,
  fc
    .array(
      fc.constantFrom(
        ...markdown,
        ...vanishing,
        'a',
        ' ',
        '\n',
        ')',
        '*',
        '[',
        '[s1]',
        'https://e.ee',
        '1. ',
        '- ',
        '⟧',
        '"><b>',
        'javascript:x',
        // Text from right to left, and what is kept together in it.
        'ق',
        '(',
        '§',
        '12-3',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

const mark = fc.constantFrom(
  null,
  null,
  { kind: 'marker', disclosure: 'd1' } as const,
  { kind: 'addition', disclosure: 'a1' } as const,
  { kind: 'insertion', disclosure: 'a1' } as const,
  { kind: 'notice', disclosure: 'd1' } as const,
  { kind: 'marker', disclosure: '"><script>' } as const,
);
const channel = fc.constantFrom('content', 'content', 'reasoning', 'refusal' as const);

/** Cuts each text event at every place that a list of lengths says. */
function split(events: readonly TurnEvent[], lengths: readonly number[]): TurnEvent[] {
  let next = 0;
  return events.flatMap((event) => {
    if (event.kind !== 'text') return [event];
    const parts: TurnEvent[] = [];
    for (let start = 0; start < event.delta.length;) {
      const length = lengths[next++ % lengths.length] ?? 1;
      parts.push({ ...event, delta: event.delta.slice(start, start + length) });
      start += length;
    }
    return parts.length === 0 ? [event] : parts;
  });
}

function isDangerous(tag: string): boolean {
  return (
    /^<(?:script|style|iframe|img|object|base|form)/.test(tag) ||
    /\son\w+=|\sstyle/.test(tag.replace(/"[^"]*"/g, '')) ||
    /href="(?!https:|http:|#|tel:|\/person\?)/.test(tag)
  );
}

describe('any text in any split', () => {
  const events = fc.array(
    fc.record({ text: hostileMarkdown, mark, channel }).map(({ text, mark: each, channel: where }) => textEvent(text, each, where)),
    { minLength: 1, maxLength: 5 },
  );

  test('gives the same HTML as the text unsplit', () => {
    fc.assert(
      fc.property(events, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 }), (whole, lengths) => {
        expect(encode([...split(whole, lengths), endEvent()])).toBe(encode([...whole, endEvent()]));
      }),
      { numRuns: 1000 },
    );
  });

  test('gives well-formed HTML without script and without event handlers', () => {
    fc.assert(
      fc.property(events, (whole) => {
        const html = `<div>${encode([...whole, endEvent()])}`;
        const { tags, faults } = readHtml(html);
        expect(faults).toEqual([]);
        expect(tags.filter(isDangerous)).toEqual([]);
        expect(html).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
      }),
      { numRuns: 1000 },
    );
  });

  test('shows each marker exactly once, in its order', () => {
    const parts = fc.array(fc.tuple(hostileMarkdown, fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, (given) => {
        const marked = given.flatMap(([text, isMarked], index) => [
          textEvent(text.replace(/[⟦⟧]/g, '')),
          ...(isMarked ? [textEvent(`⟦marker${index}⟧`, { kind: 'marker', disclosure: `m${index}` })] : []),
        ]);
        const names = given.flatMap(([, isMarked], index) => (isMarked ? [`⟦marker${index}⟧`] : []));
        const html = bodyOf(marked);
        expect(readHtml(html).text.match(/⟦marker\d⟧/g) ?? []).toEqual(names);
        expect(html.match(/<a class="cut"/g) ?? []).toHaveLength(names.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('says the same in front of whatever follows: nothing that was written is taken back', () => {
    fc.assert(
      fc.property(hostileMarkdown, hostileMarkdown, (text, more) => {
        const written = (parts: readonly string[]): readonly string[] => {
          const encoder = createAnswerEncoder({ language: 'en', words: sampleWords });
          return parts.map((part) => encoder.encode(textEvent(part)));
        };
        const [before = ''] = written([text]);
        const whole = bodyOf([textEvent(text + more)]);
        expect(whole.startsWith(before)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps every letter and digit of a text without list numbers', () => {
    // The only letters that the encoder may take away are the `s` of citations.
    const wordsOf = (text: string): string => text.replace(/[^\p{L}]|s/gu, '');
    fc.assert(
      fc.property(hostile, (text) => {
        expect(wordsOf(readHtml(bodyOf([textEvent(text)])).text)).toBe(wordsOf(text));
      }),
      { numRuns: 1000 },
    );
  });
});
