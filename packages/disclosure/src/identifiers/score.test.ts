import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floor, scoreOf, verdictOf, withContext } from './score.ts';

describe("Presidio's arithmetic", () => {
  test.each([
    [0.05, null, 'likely'],
    [0.39, null, 'likely'],
    [0.4, null, 'certain'],
    [0.05, true, 'certain'],
    [0.85, false, 'no'],
    [0, null, 'no'],
  ] as const)('a form of %d whose checksum says %s is %s', (base, checked, verdict) => {
    expect(verdictOf(scoreOf(base, checked))).toBe(verdict);
  });

  test.each([
    [0.1, true, 'likely'],
    [0.29, true, 'likely'],
    [0.3, true, 'certain'],
    [0.2, false, 'no'],
  ] as const)('a form of %d whose one check digit says %s is %s', (base, checked, verdict) => {
    expect(verdictOf(scoreOf(base, checked, true))).toBe(verdict);
  });

  test('a context word adds 0.35, lifts to 0.4 and goes no higher than 1', () => {
    expect(withContext(0.01)).toBe(0.4);
    expect(withContext(0.3)).toBeCloseTo(0.65);
    expect(withContext(0.9)).toBe(1);
  });

  test('a context word brings whatever was not dropped to the floor, and nothing that was', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (score) => withContext(score) >= floor));
    expect(withContext(0)).toBe(0);
  });
});
