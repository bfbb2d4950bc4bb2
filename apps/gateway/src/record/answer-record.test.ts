import { type AnswerRecord, largestLeaf, mediationBytes } from '@parlance/log';
import { expect, test } from 'vitest';
import { refuseTooLarge } from './answer-record.ts';
import { answered } from './testing/answer-logs.ts';

/** What a pack may say of a law, in letters of three bytes. */
const longest = {
  kind: 'omit',
  type: 'advertising',
  cause: 'law',
  basis: { jurisdiction: 'JP', instrument: '法'.repeat(300), article: '条'.repeat(200), url: `https://laws.example/${'a'.repeat(279)}` },
  authority: '庁'.repeat(200),
  rule: `${'a'.repeat(128)}@1.0.0`,
  count: 9999,
} as const satisfies AnswerRecord['edits'][number];

const withEdits = (count: number): AnswerRecord => answered('long', { edits: Array.from({ length: count }, () => longest) }).record;

test.each([1, 2, 3, 4, 5, 8, 32, 33])('an answer with %s of the longest edits is refused if and only if no leaf holds it', (count) => {
  const record = withEdits(count);
  const fits = mediationBytes(record, { period: '2026-11-21T13Z', language: 'zgh-Tfng-MA', size: '100000-' }).length <= largestLeaf;
  const refused = () => {
    refuseTooLarge(record);
  };
  if (fits) expect(refused).not.toThrow();
  else expect(refused).toThrow('more than one leaf of the log can tell');
});
