import { describe, expect, test } from 'vitest';
import { changedText, visible } from './changed-text.ts';

const same = (text: string) => ({ kind: 'same', text }) as const;
const removed = (text: string) => ({ kind: 'removed', text }) as const;
const added = (text: string) => ({ kind: 'added', text }) as const;

describe('a changed text for a terminal', () => {
  test('marks what has gone and what has come', () => {
    expect(changedText([same('It costs '), removed('60 '), added('72 '), same('euros.')])).toEqual(['It costs [-60-]{+72+} euros.']);
  });

  test('shows of what stayed the same only what stands around a change', () => {
    const long = 'word '.repeat(40);
    const [line = ''] = changedText([same(long), added('new '), same(long), removed('old'), same(long)]);
    expect(line.length).toBeLessThan(260);
    expect(line).toMatch(/^….*word \{\+new\+\} word.*….*word \[-old-\]word.*…$/u);
  });

  test('shows a change of white space, and each changed line on its own', () => {
    expect(changedText([same('a'), removed(' '), same('b\n'), added('c\nd')])).toEqual(['a[- -]b', '{+c', 'd+}']);
  });

  test('is nothing when nothing changed', () => {
    expect(changedText([same('text')])).toEqual([]);
  });
});

test('characters that move a cursor or turn text around are spelled out', () => {
  expect(visible('a\u001b[2J\u202eb\nc')).toBe('aU+001B[2JU+202Eb\nc');
});
