import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speakers, type Statement, type Statements } from './statement.ts';
import { smaller, strictest } from './strictest.ts';

const statement = fc.record({
  value: fc.integer({ min: 0, max: 5 }),
  origin: fc.record({ layer: fc.constantFrom(...speakers), position: fc.constant(null) }),
});

const statements = fc.array(statement, { minLength: 1, maxLength: 8 }).map(([first, ...rest]): Statements<number> => [first!, ...rest]);

/** Statements of one speaker with one value are one statement. */
function key({ value, origin }: Statement<number>): string {
  return `${value} ${origin.layer}`;
}

describe('strictest', () => {
  test('no statement is stricter than the result: a limit is never loosened', () => {
    fc.assert(
      fc.property(statements, (said) => {
        const { value } = strictest(said, smaller);
        expect(said.every((each) => value <= each.value)).toBe(true);
      }),
    );
  });

  test('the result is one of the statements, never a mixture', () => {
    fc.assert(fc.property(statements, (said) => said.includes(strictest(said, smaller))));
  });

  test('one more speaker can only tighten', () => {
    fc.assert(
      fc.property(statements, statement, (said, another) => {
        expect(strictest([...said, another], smaller).value).toBeLessThanOrEqual(strictest(said, smaller).value);
      }),
    );
  });

  test('the order of the speakers changes neither the value nor its origin', () => {
    fc.assert(
      fc.property(statement, statement, (one, other) => {
        expect(key(strictest([one, other], smaller))).toBe(key(strictest([other, one], smaller)));
      }),
    );
  });

  test('grouping changes neither the value nor its origin', () => {
    fc.assert(
      fc.property(statement, statement, statement, (one, two, three) => {
        const left = strictest([strictest([one, two], smaller), three], smaller);
        const right = strictest([one, strictest([two, three], smaller)], smaller);
        expect(key(left)).toBe(key(right));
      }),
    );
  });

  test('saying it twice is saying it once', () => {
    fc.assert(fc.property(statement, (one) => strictest([one, one], smaller) === one));
  });

  test('of equally strict speakers the highest authority is named', () => {
    fc.assert(
      fc.property(statements, (said) => {
        const winner = strictest(said, smaller);
        const equals = said.filter(({ value }) => value === winner.value);
        expect(equals.every(({ origin }) => speakers.indexOf(winner.origin.layer) <= speakers.indexOf(origin.layer))).toBe(true);
      }),
    );
  });
});
