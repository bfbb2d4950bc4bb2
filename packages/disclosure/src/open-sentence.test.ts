import { describe, expect, test } from 'vitest';
import { longestHeld, longestOpen } from './open-sentence.ts';
import { startPass, step } from './pass.ts';
import { compiled, delivered, lawRule, privacyRule, proseContext, run } from './testing/sample-rules.ts';

const omissionsOnly = compiled([lawRule, privacyRule]);

describe('what is held back of a sentence (R8)', () => {
  test.each([
    [
      'a match every few hundred characters',
      `forbidden phrase and ${'ordinary words that nobody forbids, '.repeat(15)}`.repeat(40),
      longestOpen,
    ],
    ['matches with a word between them', 'mari@example.com and '.repeat(2000), 5 * longestOpen],
    ['matches of two rules', 'forbidden phrase or mari@example.com, '.repeat(1000), 10 * longestOpen],
    ['one match behind the other', 'mari@example.com '.repeat(2000), longestHeld],
    ['matches that touch, in writing without spaces', '禁語'.repeat(20_000), longestHeld],
  ])('%s does not hold back a text without an end of a sentence', (_what, text, most) => {
    let pass = startPass(omissionsOnly, proseContext);
    for (let at = 0; at < text.length; at += 20) {
      [pass] = step(pass, text.slice(at, at + 20));
      expect(pass.held.length).toBeLessThan(most + 250);
    }
    const whole = run(omissionsOnly, [text]);
    const split = run(omissionsOnly, text.match(/[^]{1,7}/g) ?? []);
    expect(delivered(split.segments)).toBe(delivered(whole.segments));
    expect(delivered(whole.segments)).not.toMatch(/forbidden phrase|mari@|禁語/);
  });
});
