import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiled, delivered, lawRule, privacyRule, run } from './testing/sample-rules.ts';

const published = ['112', '116 123', '+372 612 1360', 'info@office.ee'];
const screen = compiled([lawRule, privacyRule], published);

describe('a published number between two matches of one rule (R10)', () => {
  test.each(published)('%s stays readable, and both matches are left out', (number) => {
    const text = delivered(run(screen, [`My code is 38001085718, in danger use ${number} at once, and hers is 49403136526. Bye`]).segments);
    expect(text).toContain(number);
    expect(text).not.toMatch(/38001085718|49403136526/);
  });

  test('stays readable under a restriction by law too', () => {
    const text = delivered(run(screen, ['A forbidden phrase, but call 116123 or 112, or a forbidden phrase.']).segments);
    expect(text).toContain('116123 or 112');
  });

  const parts = fc.array(fc.constantFrom('112', '116 123', '38001085718', 'mari@kodu.ee', 'forbidden phrase', 'word', ', ', '. ', '\n'), {
    maxLength: 14,
  });

  test('every published number of a text is in the delivered text, as often as before, in any chunks', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 9 }), (words, size) => {
        const text = words.join(' ');
        const chunks = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
        const given = delivered(run(screen, chunks).segments);
        for (const number of ['112', '116 123']) {
          const count = (from: string): number => from.split(new RegExp(`(?<!\\d)${number}(?!\\d)`)).length;
          expect(count(given)).toBe(count(text));
        }
        expect(given).toBe(delivered(run(screen, [text]).segments));
      }),
      { numRuns: 1000 },
    );
  });
});
