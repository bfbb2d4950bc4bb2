import { expect, test } from 'vitest';
import { crisisLines } from './crisis-lines.ts';

test.each(crisisLines)(
  '$reach has a source that was read, and is written so that it is reached from every country',
  ({ reach, source }) => {
    expect(source.url).toMatch(/^https:/);
    expect(source.read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(reach).toMatch(/^\+\d[\d ]+$|^[^@\s]+@[^@\s]+$/);
  },
);

test('no line stands there twice', () => {
  expect(new Set(crisisLines.map(({ reach }) => reach)).size).toBe(crisisLines.length);
});
