import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createEdit, type Edit, invert } from './edit.ts';

function edit(at: number, before: string, after: string): Edit {
  return createEdit({ kind: 'omit', at, before, after, cause: 'law', rule: 'r@1' });
}

describe('undoing edits', () => {
  test.each([
    ['no edit', 'abc', [], 'abc'],
    ['one in the middle', 'aXc', [edit(1, 'b', 'X')], 'abc'],
    ['two at one place', 'aXYc', [edit(1, '', 'X'), edit(1, 'b', 'Y')], 'abc'],
    ['at the end', 'abX', [edit(2, '', 'X')], 'ab'],
    ['counted in code points', '😀X', [edit(1, '🇪🇪', 'X')], '😀🇪🇪'],
  ])('%s', (...[, delivered, edits, upstream]) => {
    expect(invert(delivered, edits)).toBe(upstream);
  });

  test.each([
    ['a changed mark', 'aZc', [edit(1, 'b', 'X')]],
    ['a place beyond the text', 'a', [edit(5, 'b', 'X')]],
    ['the wrong order', 'aXbY', [edit(2, '', 'Y'), edit(1, '', 'X')]],
    ['a mark cut short', 'aX', [edit(1, 'b', 'XY')]],
  ])('%s is found out', (_what, delivered, edits) => {
    expect(() => invert(delivered, edits)).toThrow(/does not stand/);
  });
});

describe('an edit keeps its content to itself', () => {
  const secret = edit(0, 'CANARY', 'X');

  test('it cannot be serialised, alone or inside something else', () => {
    expect(() => JSON.stringify(secret)).toThrow(/cannot be serialised/);
    expect(() => JSON.stringify({ deep: [secret] })).toThrow(/cannot be serialised/);
  });

  test('it does not print', () => {
    expect(inspect({ deep: [secret] }, { depth: 9 })).not.toContain('CANARY');
  });
});
