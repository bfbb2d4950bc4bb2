import { describe, expect, test } from 'vitest';
import { findMatches } from './find-matches.ts';
import { compiled, lawRule, privacyRule, triggeredAddition } from './testing/sample-rules.ts';

const screen = compiled([lawRule, privacyRule, triggeredAddition], ['info@a.gov.ee']);

describe('every match of every rule', () => {
  test('terms, identifiers and triggers are found with their places', () => {
    const text = 'A forbidden phrase, 37605030299, decision';
    expect(findMatches(screen, text).map((match) => [match.rule, match.identifier, text.slice(match.start, match.end)])).toEqual([
      [lawRule.id, null, 'forbidden phrase'],
      [privacyRule.id, 'ee.isikukood', '37605030299'],
      [triggeredAddition.id, null, 'decision'],
    ]);
  });

  test.each(['', 'nothing', 'decisions', 'arve 5123 4567', 'info@a.gov.ee', 'on info@a.gov.ee.'])('%j holds none', (text) => {
    expect(findMatches(screen, text)).toEqual([]);
  });

  test('a match at the very end counts', () => {
    expect(findMatches(screen, 'forbidden phrase')).toHaveLength(1);
  });
});
