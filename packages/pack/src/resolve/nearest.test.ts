import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';
import { speakers, type Speaker, type Statement, type Statements } from './statement.ts';

const statement = fc.record({
  value: fc.string({ maxLength: 3 }),
  origin: fc.record({ layer: fc.constantFrom(...speakers), position: fc.constant(null) }),
});

const oncePerSpeaker = fc
  .uniqueArray(statement, { minLength: 1, selector: ({ origin }) => origin.layer })
  .map(([first, ...rest]): Statements<string> => [first!, ...rest]);

function by(layer: Speaker): Statement<string> {
  return { value: layer, origin: { layer, position: null } };
}

describe('nearest', () => {
  test.each([
    [['charter', 'country'], 'country'],
    [['country', 'sector'], 'sector'],
    [['sector', 'organisation'], 'organisation'],
    [['organisation', 'developer'], 'developer'],
    [['developer', 'user'], 'user'],
    [['user', 'charter', 'country'], 'user'],
  ] as const)('of %j the nearest speaker is %s', ([first, ...rest], winner) => {
    expect(nearest([by(first), ...rest.map(by)]).value).toBe(winner);
  });

  test('no speaker in the list is nearer than the winner', () => {
    fc.assert(
      fc.property(oncePerSpeaker, (said) => {
        const winner = speakers.indexOf(nearest(said).origin.layer);
        expect(said.every(({ origin }) => speakers.indexOf(origin.layer) <= winner)).toBe(true);
      }),
    );
  });

  test('the order of the list does not matter', () => {
    fc.assert(
      fc.property(oncePerSpeaker, (said) => {
        const [first, ...rest] = [...said].reverse();
        expect(nearest([first!, ...rest])).toEqual(nearest(said));
      }),
    );
  });

  test('grouping and repeating do not matter', () => {
    fc.assert(
      fc.property(oncePerSpeaker, oncePerSpeaker, (one, two) => {
        const joined = nearest([...one, ...two]);
        expect(nearest([nearest(one), nearest(two)])).toEqual(joined);
        expect(nearest([joined, joined])).toEqual(joined);
      }),
    );
  });
});
