import { describe, expect, test } from 'vitest';
import { bodyOf, textEvent } from '../../testing/sample-turn.ts';

/** A paragraph without its tags, and what is kept together in it in braces. */
const inside = (text: string): string =>
  bodyOf([textEvent(text)])
    .replace(/^<p dir="auto">|<\/p>$/g, '')
    .replace(/<bdi dir="ltr">(.*?)<\/bdi>/g, '{$1}');

describe('among text that runs from right to left', () => {
  test.each([
    ['a reference in brackets', 'القانون (2-08-310, art. 1, 2) هنا', 'القانون {(2-08-310, art. 1, 2)} هنا'],
    ['a section', 'وفق § 12 lg 3، ثم', 'وفق {§ 12 lg 3}، ثم'],
    ['a section at the end', 'وفق § 12 lg 3.', 'وفق {§ 12 lg 3}.'],
    ['a number in parts', 'المرسوم 2-08-310 لسنة', 'المرسوم {2-08-310} لسنة'],
    ['a number with a stroke', 'الظهير 1/11/91، ', 'الظهير {1/11/91}، '],
    ['a reference inside emphasis', 'انظر **المادة (§ 5)** هنا', 'انظر <strong>المادة {(§ 5)}</strong> هنا'],
    ['Hebrew too', 'חוק § 7 א', 'חוק {§ 7} א'],
  ])('%s stays together', (_name, text, expected) => {
    expect(inside(text)).toBe(expected);
  });

  test.each([
    ['a number', 'في 2025 هنا'],
    ['a number with a point', 'نحو 3.5 درهم'],
    ['letters in brackets', 'الاتحاد (EU) هنا'],
    ['a number in brackets', 'المادة (5) هنا'],
    ['brackets that hold both directions', 'القانون (المادة § هنا 5)'],
    ['brackets that do not close', 'القانون (art. 5'],
    ['brackets in brackets', 'القانون (art (5)) هنا'],
    ['a part of a word', 'الرمز A1-2 هنا'],
    ['a sign alone', 'علامة § هنا'],
    ['a very long one', `هنا (${'a1 '.repeat(40)}) هنا`],
  ])('%s is text', (_name, text) => {
    expect(inside(text)).toBe(text);
  });

  test('addresses, code and formulas are what they are elsewhere', () => {
    expect(inside('هنا `(§ 5)` هنا')).toBe('هنا <code dir="ltr">(§ 5)</code> هنا');
    expect(inside('هنا (https://a.example/1-2) هنا')).toContain('href="https://a.example/1-2"');
  });
});

test('nothing is kept together where all runs from left to right, and each block begins anew', () => {
  expect(inside('See § 12 lg 3 (2-08-310, art. 1)')).toBe('See § 12 lg 3 (2-08-310, art. 1)');
  expect(inside('هنا\n\nSee § 12')).not.toContain('{');
});
