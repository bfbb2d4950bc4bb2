import { type TurnEvent } from '@parlance/wire';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../testing/html-parts.ts';
import { bodyOf, encode, endEvent, textEvent } from '../testing/sample-turn.ts';

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
    /href="(?!https:|http:|#|tel:)/.test(tag)
  );
}

describe('any text in any split', () => {
  const events = fc.array(
    fc.record({ text: hostile, mark, channel }).map(({ text, mark: each, channel: where }) => textEvent(text, each, where)),
    { minLength: 1, maxLength: 5 },
  );

  test('gives the same HTML as the text unsplit', () => {
    fc.assert(
      fc.property(events, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 }), (whole, lengths) => {
        expect(encode([...split(whole, lengths), endEvent()])).toBe(encode([...whole, endEvent()]));
      }),
      { numRuns: 2000 },
    );
  });

  test('gives well-formed HTML without script and without event handlers', () => {
    fc.assert(
      fc.property(events, (whole) => {
        const { tags, faults } = readHtml(`<div>${encode([...whole, endEvent()])}`);
        expect(faults).toEqual([]);
        expect(tags.filter(isDangerous)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps every letter and digit of a text without list numbers', () => {
    const wordsOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(hostile, (text) => {
        // The only letters that the encoder may take away are the `s` of citations.
        expect(wordsOf(readHtml(bodyOf([textEvent(text)])).text)).toBe(wordsOf(text.replace(/\[s(\d{1,3})\]/g, '[$1]')));
      }),
      { numRuns: 1000 },
    );
  });
});
