import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openReach } from './omission.ts';
import { longestOpen } from './open-sentence.ts';
import { type Rule } from './rule.ts';
import { compiled, delivered, lawRule, privacyRule, run } from './testing/sample-rules.ts';

/** Two texts that differ only inside what is left out must give the same bytes. */
function twins(rules: readonly Rule[], left: string, right: string): void {
  const outputs = [left, right].map((text) => run(compiled(rules), [text]));
  const [first, second] = outputs;
  expect(delivered(second?.segments ?? [])).toBe(delivered(first?.segments ?? []));
  expect(second?.disclosures).toEqual(first?.disclosures);
}

const terms = (...list: readonly string[]): Rule => ({ ...lawRule, matcher: { terms: list } });

describe('what is left out does not decide where a sentence ends (R4)', () => {
  test('a full stop after digits or after a word', () => {
    twins([lawRule], 'See code-1234. Then code-5678.', 'See forbidden phrase. Then code-5678.');
  });

  test('a terminator that belongs to the match', () => {
    twins([terms('stop!', 'secret')], 'A stop! B secret C', 'A secret B secret C');
    twins([terms('停。', '密')], '甲停。乙密丙', '甲密乙密丙');
  });

  test('a line break inside the match', () => {
    twins([lawRule], 'A forbidden\nphrase B code-1234 C', 'A forbidden phrase B code-1234 C');
  });

  test('white space that belongs to the match', () => {
    const rule: Rule = { ...lawRule, matcher: { terms: ['mystery'], patterns: ['\\ssecret', '-secret'] } };
    twins([rule], 'A mystery abc. secret C', 'A mystery abc.-secret C');
  });

  test('a telephone number without context that begins inside the match', () => {
    twins([lawRule, privacyRule], 'A code-5123\n4567 B code-1234 C', 'A code-9999\n4567 B code-1234 C');
  });

  test('a telephone number without context does not move the end of the reach', () => {
    const gap = 'x '.repeat(openReach / 2 - 2);
    twins([lawRule, privacyRule], `A code-5123 4567 ${gap}code-1234 C`, `A code-9999 4567 ${gap}code-1234 C`);
  });
});

describe('chunks do not decide where a sentence ends (R7)', () => {
  test('a match that ends a sentence while a longer one is still open inside it', () => {
    const screen = compiled([terms('foo bar', 'bar。 baz qux')]);
    const text = 'foo bar。 baz quz foo bar';
    const whole = delivered(run(screen, [text]).segments);
    for (let cut = 1; cut < text.length; cut++) {
      expect(delivered(run(screen, [text.slice(0, cut), text.slice(cut)]).segments)).toBe(whole);
    }
  });
});

describe('how long what is left out is, and how many matches stand side by side, does not decide when an endless sentence closes (R4)', () => {
  const words = (length: number): string => ` ${'word '.repeat(Math.floor((length - 1) / 5))}${'x'.repeat((length - 1) % 5)} `;
  const match = fc.integer({ min: 3, max: 6 }).map((length) => `code-${'1'.repeat(length)}`);
  const place = fc
    .tuple(fc.oneof(match, fc.constant('forbidden phrase')), fc.array(match, { maxLength: 30 }), fc.constantFrom(' ', ', ', '; ', '\t'))
    .map(([first, others, between]) => [first, ...others].join(between));
  const sides = fc.tuple(place, place, place, place);

  test('across the places where it does', () => {
    fc.assert(
      fc.property(
        sides,
        sides,
        fc.tuple(fc.integer({ min: -30, max: 10 }), fc.integer({ min: 1, max: 40 })),
        (left, right, [near, last]) => {
          const build = ([first, second, third, fourth]: readonly [string, string, string, string]): string =>
            `Start ${first}${words(590)}${second}${words(longestOpen - 590 + near)}${third}${words(last)}${fourth} and the end`;
          twins([lawRule], build(left), build(right));
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(['code-1234', 'code-123456', 'code-123, code-456', 'code-123 code-456 code-789'])('%s in a sentence at the bound', (some) => {
    for (let near = -40; near < 10; near++) {
      const build = (first: string): string => `Start ${first}${words(590)}code-123${words(longestOpen - 600 + near)}code-123 and the end`;
      twins([lawRule], build('code-123'), build(some));
    }
  });
});
