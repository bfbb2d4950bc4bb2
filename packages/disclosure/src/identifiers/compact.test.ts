import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedString } from '../text/fold.ts';
import { compact } from './country-identifiers.ts';

/** The same without its short way for ASCII. */
function plainlyCompact(candidate: string): string {
  return foldedString(candidate)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

const text = fc.oneof(
  fc.string({ unit: 'binary-ascii' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '9', '٣', ' ', '-', '\u0000', '_', 'É') }),
);

test('an identifier is spelt compactly the same way with and without the short way for ASCII', () => {
  fc.assert(
    fc.property(text, (candidate) => {
      expect(compact(candidate)).toBe(plainlyCompact(candidate));
    }),
    { numRuns: 500 },
  );
});
