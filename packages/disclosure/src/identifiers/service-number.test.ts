import { crisisLines } from '@parlance/charter';
import { expect, test } from 'vitest';
import { compiled, privacyRule, screenText } from '../testing/sample-rules.ts';
import { identifierIds } from './index.ts';

const everyone = { ...privacyRule, matcher: { identifiers: identifierIds } };

test.each(['+49 800 1110111', '+1 800 273 8255', '+372 800 2008', '+33 800 500 500', '0049 800 3301000'])(
  '%s costs the caller nothing and is nobody’s, so that it stays (R10)',
  (number) => {
    expect(screenText([everyone], `In a crisis call, phone ${number}, at any time.`)).toBe(
      `In a crisis call, phone ${number}, at any time.`,
    );
  },
);

test.each(['+372 5123 4567', '+49 151 23456789', '+44 7012 345678', '+1 202 456 1111'])(
  '%s may be somebody’s and is left out',
  (number) => {
    expect(screenText([everyone], `His phone is ${number}, at any time.`)).toMatch(/^His phone is ⟦1/);
  },
);

test('every known line of help stays where it is told, also inside a sentence with a number that does not', () => {
  const reached = crisisLines.map(({ reach }) => reach);
  expect(compiled([everyone], reached)).toBeDefined();
  for (const reach of reached) expect(screenText([everyone], `Call or write: ${reach}.`, reached)).toBe(`Call or write: ${reach}.`);
  expect(screenText([everyone], `Call ${reached[0] ?? ''} and not +372 5123 4567.`, reached)).toContain(`${reached[0] ?? ''} and not ⟦1`);
});
