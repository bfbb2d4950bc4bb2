import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childOf, createTrie, insertTerm, isEnd, nowhere, root, type Trie } from './trie.ts';

const classes = 6;
const term = fc.array(fc.nat(classes - 1), { minLength: 1, maxLength: 8 });

function entriesOf(trie: Trie, path: readonly number[]): readonly number[] {
  const node = path.reduce((at, symbolClass) => childOf(trie, at, symbolClass), root);
  return isEnd(trie, node) ? (trie.entries.get(node) ?? []) : [];
}

test('a trie ends where a term was put in, with the entries that it was put in for, and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 400 }), fc.array(term, { maxLength: 50 }), (terms, others) => {
      const trie = createTrie(classes);
      const known = new Map<string, number[]>();
      terms.forEach((path, index) => {
        const entry = index % 7;
        insertTerm(trie, path, entry);
        const before = known.get(path.join()) ?? [];
        known.set(path.join(), before.includes(entry) ? before : [...before, entry]);
      });
      for (const path of [...terms, ...others]) expect(entriesOf(trie, path)).toEqual(known.get(path.join()) ?? []);
    }),
  );
});

test('where no term goes on, none goes on behind it', () => {
  const trie = createTrie(classes);
  insertTerm(trie, [1, 2], 0);
  expect(childOf(trie, nowhere, 1)).toBe(nowhere);
  expect(isEnd(trie, nowhere)).toBe(false);
});

test('what a word may begin with is what the root leads to', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 50 }), (terms) => {
      const trie = createTrie(classes);
      for (const path of terms) insertTerm(trie, path, 0);
      for (let symbolClass = 0; symbolClass < classes; symbolClass++)
        expect(trie.first[symbolClass]).toBe(childOf(trie, root, symbolClass));
    }),
  );
});
