import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreAll } from './restore-all.ts';

const originals = new Map([
  ['⟦a-1⟧', 'say "hi"\n\\'],
  ['⟦b-1⟧', '37605030299'],
]);

test.each([
  ['{"x": "⟦a-1⟧"}', { x: 'say "hi"\n\\' }],
  ['{"x": "\\u27e6a-1\\u27E7!"}', { x: 'say "hi"\n\\!' }],
  ['{"⟦b-1⟧": ["⟦b-1⟧"]}', { '37605030299': ['37605030299'] }],
  ['"⟦b-2⟧"', '⟦b-2⟧'],
])('%s is restored and stays JSON', (text, value) => {
  expect(JSON.parse(restoreAll(text, originals))).toEqual(value);
});

test('text that is not JSON is restored as it stands', () => {
  expect(restoreAll('{"x": "⟦b-1⟧', originals)).toBe('{"x": "37605030299');
});

test('JSON without a pseudonym keeps its bytes', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(restoreAll(text, originals)).toBe(text);
    }),
  );
});
