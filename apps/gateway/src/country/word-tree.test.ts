import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looseWords } from './loose-spelling.ts';
import { createWordTree } from './word-tree.ts';

const find = createWordTree([
  ['death', ['want to die', "n'en peux plus", 'möchte sterben', 'أموت']],
  ['self', ['hurt* myself', 'myself']],
]);
const listsIn = (text: string): readonly string[] => find(looseWords(text)).map(({ list }) => list);

describe('phrases in a text', () => {
  test.each([
    ['in capitals and with letters doubled', 'I WANNT to DIIIE', 'death'],
    ['without apostrophe or mark', 'je nen peux plus', 'death'],
    ['with umlauts written out', 'ich moechte sterben', 'death'],
    ['with an ending in place of the star', 'hurting myself again', 'self'],
    ['with "and" joined to the front in Arabic', 'وأموت', 'death'],
  ])('are found %s', (_how, text, list) => {
    expect(listsIn(text)).toContain(list);
  });

  test.each([
    ['cut by the end of a sentence', 'What I want to. Die Uhr'],
    ['inside of other words', 'diet to wanton'],
    ['in another order', 'die to want'],
    ['with a word between', 'want to not die'],
  ])('are not found %s', (_how, text) => {
    expect(listsIn(text)).not.toContain('death');
  });

  test('each find lies in the text, first word before last', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('want', 'to', 'die', 'hurts', 'myself', '.', ',', 'x')), (parts) => {
        const words = looseWords(parts.join(' '));
        for (const { first, last } of find(words)) {
          expect(first).toBeLessThanOrEqual(last);
          expect(words[last]?.sentence).toBe(words[first]?.sentence);
        }
      }),
    );
  });
});
