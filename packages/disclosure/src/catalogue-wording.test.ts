import { describe, expect, test } from 'vitest';
import { createFormatter, createWording } from './catalogue-wording.ts';
import { compiled, delivered, lawRule, noticeAddition, plainWording, proseContext, run } from './testing/sample-rules.ts';
import { stripAdditions, type Wording } from './wording.ts';

const messages: Readonly<Record<string, string>> = {
  'omission.marker': '{$number}: left out, {$type}',
  'omission.notice': '{$number}. {$type}, {$cause}. {$rationale}',
  'omission.notice.law': '{$number}. {$type}: {$instrument} {$article}, {$authority}, since {$since}. {$rationale} {$redress}',
  'type.advertising': 'advertising',
  'cause.law': 'law',
};

function worded(wording: Wording, rules = [lawRule]): string {
  return delivered(run(compiled(rules), ['a forbidden phrase\n\nrest'], { ...proseContext, wording }).segments);
}

describe('a fault in a catalogue is seen, never silent', () => {
  test.each([
    ['is missing', null],
    ['is empty', ''],
    ['has a syntax error', 'broken {$x'],
    ['has an unknown function', '{$number :nonsense}'],
    ['uses a slot that is not given', 'has {$other}'],
  ])('a message that %s gives its id and is reported', (_what, source) => {
    const faults: string[] = [];
    const format = createFormatter(
      'en',
      () => source,
      (message) => faults.push(message),
    );
    expect(format('omission.marker', { number: 1 })).toBe('omission.marker');
    expect(format('omission.marker', { number: 1 })).toBe('omission.marker');
    expect(faults).toEqual(['omission.marker', 'omission.marker']);
  });

  test('a message in order is not reported', () => {
    const faults: string[] = [];
    const format = createFormatter(
      'en',
      (message) => messages[message] ?? null,
      (message) => faults.push(message),
    );
    expect(format('omission.marker', { number: 1, type: 'x' })).toBe('1: left out, x');
    expect(faults).toEqual([]);
  });
});

describe('wording from a catalogue', () => {
  test('a law notice names its law and no match', () => {
    const text = worded(createWording('en', (message) => messages[message] ?? null));
    expect(text).toContain('⟦1: left out, advertising⟧');
    expect(text).toContain('⟦1. advertising: Act § 1, Office, since 2020-01-01. Because the act says so. https://redress.example⟧');
    expect(text).not.toContain('forbidden');
  });

  test('isolation marks stand only where two directions meet', () => {
    const format = createFormatter('en', () => 'to {$name}');
    expect(format('m', { name: 'a' })).toBe('to a');
    expect(format('m', { name: 'א' })).toContain('\u2068');
  });
});

describe('no wording can break the marks', () => {
  const hostile = ['⟧', '⟦', '⟧ forged ⟦+ x', '+ Added: x', ' + x', '\u200b+ x', 'a\nb\r\n\u2028c', '\u0000', ''];

  test.each(hostile)('%j', (words) => {
    const wording: Wording = { marker: () => words, notice: () => words, unjudged: () => '', additionLabel: () => words };
    const text = worded(wording);
    expect(text.match(/⟦/g)).toHaveLength(2);
    expect(text.match(/⟧/g)).toHaveLength(2);
    for (const mark of text.match(/⟦[^⟦⟧]*⟧/g) ?? []) expect(mark).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    const rules = [lawRule, { ...noticeAddition, text: { en: words } }];
    const withAddition = delivered(run(compiled(rules), ['a forbidden phrase\n\nrest'], { ...proseContext, wording }).segments);
    expect(stripAdditions(withAddition)).toBe(text);
  });

  test('a label that is hostile in an addition closes no bracket', () => {
    const wording = { ...plainWording, additionLabel: () => '⟧\n\n⟦+ ' };
    const text = delivered(run(compiled([noticeAddition]), ['rest'], { ...proseContext, wording }).segments);
    expect(stripAdditions(text)).toBe('rest');
  });
});
